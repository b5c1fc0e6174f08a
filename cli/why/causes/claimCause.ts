/** What was wrong with the way a request says who signed it, before any signature is computed: one rule a reason. */
import type { SignatureReason } from '#kernel/sigv4/errors/signatureErrors.ts'
import { shortDuration } from '../../render/time.ts'
import type { Finding, RefusedExchange } from '../refusedExchange.ts'
import { because, type Sentence } from '../sentence.ts'
import type { Cause, CauseKind } from '../why.ts'
import { type Refusal, stringIn, textIn } from './reasonOf.ts'

export function claimCause(exchange: RefusedExchange, { detail }: Refusal): Cause | undefined {
  const reason = stringIn(detail, 'reason') ?? ''
  if (!Object.hasOwn(rules, reason)) return undefined
  const { kind, say } = rules[reason as keyof typeof rules]
  return { kind, because: [say(detail, exchange)].flat() }
}

interface Rule {
  readonly kind: CauseKind
  readonly say: (detail: Finding, exchange: RefusedExchange) => Sentence | readonly Sentence[]
}

const rule = (kind: CauseKind, say: Rule['say']): Rule => ({ kind, say })

const rules: Readonly<Record<Exclude<SignatureReason, 'SignatureDoesNotMatch'>, Rule>> = {
  MissingAuthentication: rule('credentials', (_, { request }) =>
    because('notSigned', { party: request.to }),
  ),
  UnknownAccessKey: rule('credentials', keySentences),
  InvalidToken: rule('credentials', keySentences),
  ExpiredToken: rule('credentials', tokenExpired),
  ClockSkew: rule('date', clockSkew),
  ScopeDateDiffers: rule('date', (detail) =>
    because('scopeDateDiffers', {
      given: textIn(detail, 'given'),
      date: textIn(detail, 'amzDate').slice(0, 8),
    }),
  ),
  MissingDate: rule('date', () => because('missingDate')),
  MalformedDate: rule('date', (detail) =>
    because('malformedDate', { given: textIn(detail, 'given') }),
  ),
  MalformedScopeDate: rule('date', (detail) =>
    because('malformedScopeDate', { given: textIn(detail, 'given') }),
  ),
  SeveralMechanisms: rule('authorization', () => because('severalMechanisms')),
  UnsupportedMechanism: rule('authorization', (detail) =>
    because('unsupportedMechanism', { scheme: textIn(detail, 'scheme') }),
  ),
  NotImplemented: rule('authorization', (detail) =>
    because('notImplementedPart', { name: textIn(detail, 'name') }),
  ),
  RepeatedHeader: rule('authorization', (detail) =>
    because('repeatedHeader', { name: textIn(detail, 'name') }),
  ),
  MalformedAuthorization: rule('authorization', malformedAuthorization),
  MalformedCredential: rule('authorization', (detail) =>
    because('malformedCredential', { parts: textIn(detail, 'parts') }),
  ),
  WrongScope: rule('scope', wrongScope),
  MissingPayloadHash: rule('payload', () => because('missingPayloadHash')),
  MalformedPayloadHash: rule('payload', (detail) =>
    because('malformedPayloadHash', { given: textIn(detail, 'given') }),
  ),
  PayloadHashDiffers: rule('payload', (detail) =>
    because('payloadHashDiffers', {
      declared: textIn(detail, 'declared'),
      computed: textIn(detail, 'computed'),
    }),
  ),
  HeadersNotSigned: rule('authorization', (detail) =>
    because('headersNotSigned', { names: textIn(detail, 'names') }),
  ),
}

/** IAM knows why; clients hear the same of all. */
const keyReasons = [
  'noSuchKey',
  'keyInactive',
  'holderGone',
  'tokenMissing',
  'tokenWithLongTermKey',
  'tokenOfAnotherKey',
] as const

/** A key of AWS itself is a warning as well: it came to the wrong place. */
function keySentences(detail: Finding, exchange: RefusedExchange): Sentence[] {
  const refused = keyRefused(detail, exchange)
  return detail['foreignKey'] === true ? [refused, because('foreignKey')] : [refused]
}

function keyRefused(detail: Finding, { request }: RefusedExchange): Sentence {
  const why = stringIn(detail, 'why')
  const accessKeyId = stringIn(detail, 'accessKeyId') ?? keyIn(request.headers) ?? '-'
  if (why === 'sealDoesNotOpen' || why === 'hopKeyAtGateway') return because(why)
  const known = keyReasons.find((key) => key === why)
  return because(known ?? 'keyRefused', { accessKeyId })
}

function keyIn(headers: RefusedExchange['request']['headers']): string | undefined {
  const authorization = headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? ''
  return /Credential=([^/,\s]{1,128})/.exec(authorization)?.[1]
}

function tokenExpired(detail: Finding): Sentence {
  const expiresAt = textIn(detail, 'expiresAt')
  const now = textIn(detail, 'now')
  const late = shortDuration(Date.parse(now) - Date.parse(expiresAt))
  return because('tokenExpired', { expiresAt, now, late })
}

/** By the clock that the answer names; the recording knows what the other one said. */
function clockSkew(detail: Finding, { request }: RefusedExchange): Sentence[] {
  const requestedAt = textIn(detail, 'requestedAt')
  const now = textIn(detail, 'now')
  const window = shortDuration(Number(detail['windowSeconds']) * 1000)
  const skew = because('clockSkew', { requestedAt, now, distance: apart(requestedAt, now), window })
  if (Math.abs(request.hostAt - request.at) < 1000) return [skew]
  const host = new Date(request.hostAt).toISOString()
  return [skew, because('clockSkewOnHost', { host, distance: apart(requestedAt, host) })]
}

const apart = (one: string, other: string): string =>
  shortDuration(Math.abs(Date.parse(one) - Date.parse(other)))

function malformedAuthorization(detail: Finding): Sentence {
  const missing = detail['missing']
  switch (detail['problem']) {
    case 'no-space':
      return because('authorizationWithoutSpace')
    case 'component':
      return because('authorizationComponent')
    default:
      return Array.isArray(missing) && missing.length > 0
        ? because('authorizationMissing', { missing: missing.join(', ') })
        : because('authorizationCount', { count: textIn(detail, 'count') })
  }
}

function wrongScope(detail: Finding, { request }: RefusedExchange): Sentence[] {
  const { problems } = detail
  if (!Array.isArray(problems)) return []
  return problems.map((problem: Finding) => {
    const given = textIn(problem, 'given')
    const expected = textIn(problem, 'expected')
    switch (problem['part']) {
      case 'region':
        return problem['expected'] === undefined
          ? because('noRegion', { given })
          : because('wrongRegion', { given, expected, party: request.to })
      case 'service':
        return because('wrongService', { given, expected })
      default:
        return because('wrongTerminator', { given, expected })
    }
  })
}
