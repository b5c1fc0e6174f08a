/** A signed request as the server receives it, for the tests of verification. */
import type { WireRequest } from '#kernel/http/wireRequest.ts'
import { type SignableRequest, signRequest } from '#kernel/sigv4/signRequest.ts'
import type { ClaimOptions } from '#kernel/sigv4/verify/readClaim.ts'

export const NOW = Date.UTC(2026, 10, 5, 12, 0, 0)
export const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'
export const CREDENTIALS = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: SECRET }

export const S3_OPTIONS: ClaimOptions = {
  style: 's3',
  service: 's3',
  acceptedRegions: ['us-east-1'],
  clocks: [NOW],
}
export const STS_OPTIONS: ClaimOptions = { style: 'query', service: 'sts', clocks: [NOW] }

export const S3_REQUEST: SignableRequest = {
  method: 'PUT',
  path: '/photos/a%20b/../c',
  query: 'tagging&x=1&x=0',
  headers: { host: '127.0.0.1:4566', 'content-type': 'text/plain', 'x-amz-meta-a': 'b  c' },
  body: Buffer.from('hello'),
  credentials: { ...CREDENTIALS, sessionToken: 'a-token' },
  scope: { region: 'us-east-1', service: 's3' },
  now: NOW,
  style: 's3',
}

export const STS_REQUEST: SignableRequest = {
  method: 'POST',
  path: '/',
  query: '',
  headers: { host: '127.0.0.1:4566', 'content-type': 'application/x-www-form-urlencoded' },
  body: Buffer.from('Action=GetCallerIdentity&Version=2011-06-15'),
  credentials: CREDENTIALS,
  scope: { region: 'eu-west-1', service: 'sts' },
  now: NOW,
  style: 'standard',
}

/** What arrives when the request is signed and sent. */
export function received(request: SignableRequest): WireRequest {
  return wireRequest(request, Object.entries(signRequest(request)).flat())
}

export function wireRequest(
  { method, path, query, body }: Pick<SignableRequest, 'method' | 'path' | 'query' | 'body'>,
  rawHeaders: readonly string[],
): WireRequest {
  return { method, path, query, body, rawHeaders, remoteAddress: '127.0.0.1' }
}

/** The same request with headers put in the place of those of the same name; undefined takes one away. */
export function withHeaders(
  request: WireRequest,
  changes: Readonly<Record<string, string | undefined>>,
): WireRequest {
  const kept: string[] = []
  for (let i = 0; i < request.rawHeaders.length; i += 2) {
    const name = request.rawHeaders[i]!
    if (!Object.hasOwn(changes, name)) kept.push(name, request.rawHeaders[i + 1]!)
  }
  for (const [name, value] of Object.entries(changes))
    if (value !== undefined) kept.push(name, value)
  return { ...request, rawHeaders: kept }
}

/** Appends headers without taking any away. */
export const alsoWith = (request: WireRequest, ...headers: string[]): WireRequest => ({
  ...request,
  rawHeaders: [...request.rawHeaders, ...headers],
})
