/**
 * Whether a bucket policy is public (S3 User Guide, "Blocking public access", "The meaning of public"): it is,
 * unless each of its grants goes to fixed principals, or is held by a condition on fixed values.
 */
import { BlockList, isIP } from 'node:net'
import type { PolicyStatement } from './checkBucketPolicy.ts'

type Condition = PolicyStatement['conditions'][number]

export const isPublicPolicy = (statements: readonly PolicyStatement[]): boolean =>
  statements.some(isPublicGrant)

function isPublicGrant({ effect, principal, conditions }: PolicyStatement): boolean {
  if (effect === 'Deny') return false
  const isOpen = principal.negated || principal.values.some(({ name }) => hasWildcard(name))
  return isOpen && !conditions.some(narrows)
}

/** Keys of which a fixed value is somebody in particular. */
const KEYS: ReadonlySet<string> = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourcevpcarn',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
  'aws:userid',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
])

/** Operators that hold for the values that they name and for no others; `…IfExists` also holds where there is none. */
const OPERATORS: ReadonlySet<string> = new Set([
  'StringEquals',
  'StringEqualsIgnoreCase',
  'StringLike',
  'ArnEquals',
  'ArnLike',
])

function narrows({ operator, key, values }: Condition): boolean {
  const name = operator.replace(/^ForAnyValue:/, '')
  if (key.toLowerCase() === 'aws:sourceip') return name === 'IpAddress' && values.every(isNarrow)
  if (!OPERATORS.has(name) || !KEYS.has(key.toLowerCase())) return false
  return values.every((value) => isFixed(key.toLowerCase(), value))
}

/** `*` and `?` are wildcards in every policy, and `${…}` is whatever the request makes of it. */
const hasWildcard = (value: string): boolean => /[*?]|\$\{/.test(value)

/** A role's sessions are all of one role; of an access point's ARN the account suffices. */
function isFixed(key: string, value: string): boolean {
  if (key === 'aws:userid') return !hasWildcard(value.replace(/^(AROA[A-Z0-9]+):\*$/, '$1'))
  if (key === 's3:dataaccesspointarn')
    return /^arn:aws:s3:[^:*?$]+:\d{12}:accesspoint\/[^$]+$/.test(value)
  return !hasWildcard(value)
}

const PRIVATE = new BlockList()
PRIVATE.addSubnet('10.0.0.0', 8)
PRIVATE.addSubnet('172.16.0.0', 12)
PRIVATE.addSubnet('192.168.0.0', 16)

const WIDEST = { 4: 8, 6: 32 } as const

/** A network not broader than AWS takes for one of somebody in particular. */
function isNarrow(cidr: string): boolean {
  const [address = '', bits] = cidr.split('/')
  const version = isIP(address)
  if (version !== 4 && version !== 6) return false
  if (version === 4 && PRIVATE.check(address)) return true
  return bits === undefined || Number(bits) >= WIDEST[version]
}
