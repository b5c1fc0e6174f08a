/** Signs a request of our own, as any AWS client does: what services send each other carries the same proof. */
import { printAmzDate, scopeDate } from './amzDate.ts'
import { canonicalValue } from './canonicalHeaders.ts'
import { queryParameters } from './canonicalQuery.ts'
import { canonicalRequest } from './canonicalRequest.ts'
import { type CredentialScope, printScope } from './credentialScope.ts'
import { sha256Hex } from './sha256Hex.ts'
import { signature } from './signature.ts'
import type { CanonicalStyle } from './signatureStyle.ts'
import { signingKey } from './signingKey.ts'
import { ALGORITHM, stringToSign } from './stringToSign.ts'

export interface SigningCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string | undefined
}

export interface SignableRequest {
  readonly method: string
  /** Path and query as they go on the wire, encoded. */
  readonly path: string
  readonly query: string
  /** All that will be sent, `host` among them. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  readonly credentials: SigningCredentials
  readonly scope: Pick<CredentialScope, 'region' | 'service'>
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly style: CanonicalStyle
  /** The signing key of this secret, day, region and service, where the caller keeps it. */
  readonly signingKey?: Buffer | undefined
}

/** What transports and proxies change on the way, or set themselves. */
const NEVER_SIGNED = new Set([
  'authorization',
  'connection',
  'expect',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
])

/** The headers to send, names in lower case: the given ones, the date, the token and the signature. */
export function signRequest(request: SignableRequest): Record<string, string> {
  const amzDate = printAmzDate(request.now)
  const headers = headersToSend(request, amzDate)
  if (headers['host'] === undefined) throw new Error('INVARIANT: a signature covers the host')
  const signedHeaders = Object.keys(headers)
    .filter((name) => !NEVER_SIGNED.has(name))
    .sort()
  const { region, service } = request.scope
  const scope = { date: scopeDate(amzDate), region, service }
  const canonicalRequestHash = sha256Hex(canonicalRequestOf(request, headers, signedHeaders))
  const key = request.signingKey ?? signingKey(request.credentials.secretAccessKey, scope)
  const signed = signature(key, stringToSign({ amzDate, scope, canonicalRequestHash }))
  const credential = `${request.credentials.accessKeyId}/${printScope(scope)}`
  headers['authorization'] =
    `${ALGORITHM} Credential=${credential}, SignedHeaders=${signedHeaders.join(';')}, Signature=${signed}`
  return headers
}

function headersToSend(request: SignableRequest, amzDate: string): Record<string, string> {
  const headers: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(request.headers)) headers[name.toLowerCase()] = value
  headers['x-amz-date'] = amzDate
  const { sessionToken } = request.credentials
  if (sessionToken !== undefined) headers['x-amz-security-token'] = sessionToken
  // Only S3 is told the hash; the caller may have put one of its literals there.
  if (request.style === 's3') headers['x-amz-content-sha256'] ??= sha256Hex(request.body)
  return headers
}

function canonicalRequestOf(
  request: SignableRequest,
  headers: Readonly<Record<string, string>>,
  signedHeaders: readonly string[],
): string {
  const { method, path, query, style, body } = request
  const values = new Map(signedHeaders.map((name) => [name, canonicalValue(headers[name]!)]))
  return canonicalRequest({
    method,
    path,
    parameters: queryParameters(query),
    headers: values,
    signedHeaders,
    payloadHash: style === 's3' ? values.get('x-amz-content-sha256')! : sha256Hex(body),
    style,
  })
}
