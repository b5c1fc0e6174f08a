/** What S3 can do and we cannot yet: a request that asks for it is refused by name, never done without it. */
import { header, type WireRequest } from '#kernel/http/wireRequest.ts'
import { looseForm } from '#kernel/protocol/form.ts'
import * as errors from './errors.ts'

export interface UnsupportedOptions {
  readonly headers: readonly string[]
  readonly parameters: readonly string[]
}

/** Keys that the client brings (SSE-C). */
const CUSTOMER_KEY = [
  'x-amz-server-side-encryption-customer-algorithm',
  'x-amz-server-side-encryption-customer-key',
  'x-amz-server-side-encryption-customer-key-md5',
]

const READING: UnsupportedOptions = {
  headers: CUSTOMER_KEY,
  parameters: ['versionId', 'partNumber'],
}

/** By operation. Options whose value decides (ACLs, encryption, ownership) are the operation's own business. */
export const unsupportedOptions = {
  PutObject: {
    headers: [
      ...CUSTOMER_KEY,
      'x-amz-server-side-encryption-aws-kms-key-id',
      'x-amz-server-side-encryption-context',
      'x-amz-server-side-encryption-bucket-key-enabled',
      'x-amz-website-redirect-location',
      'x-amz-tagging',
      'x-amz-object-lock-mode',
      'x-amz-object-lock-retain-until-date',
      'x-amz-object-lock-legal-hold',
      'x-amz-write-offset-bytes',
    ],
    parameters: [],
  },
  GetObject: READING,
  HeadObject: READING,
  GetObjectAcl: { headers: [], parameters: ['versionId'] },
  PutObjectAcl: { headers: [], parameters: ['versionId'] },
  DeleteObject: {
    headers: [
      'x-amz-mfa',
      'x-amz-bypass-governance-retention',
      'if-match',
      'x-amz-if-match-last-modified-time',
      'x-amz-if-match-size',
    ],
    parameters: ['versionId'],
  },
} satisfies Readonly<Record<string, UnsupportedOptions>>

export function refuseUnsupported(
  request: WireRequest,
  { headers, parameters }: UnsupportedOptions,
): void {
  const found = headers.find((name) => header(request, name) !== undefined)
  if (found !== undefined) throw errors.notImplementedHeader(found)
  if (parameters.length === 0 || request.query === '') return
  const query = looseForm(request.query)
  const parameter = parameters.find((name) => query.has(name))
  if (parameter !== undefined) throw errors.notImplementedParameter(parameter)
}
