import { describe, expect, test } from 'vitest'
import { AwsError } from '#kernel/errors/awsError.ts'
import type { WireRequest } from '#kernel/http/wireRequest.ts'
import { errorsByStyle } from '#kernel/sigv4/errors/errorsByStyle.ts'
import { signingKey } from '#kernel/sigv4/signingKey.ts'
import type { SignableRequest } from '#kernel/sigv4/signRequest.ts'
import { checkClaim } from '#kernel/sigv4/verify/checkClaim.ts'
import { checkPayload } from '#kernel/sigv4/verify/checkPayload.ts'
import { type ClaimOptions, readClaim } from '#kernel/sigv4/verify/readClaim.ts'
import {
  CREDENTIALS,
  received,
  S3_OPTIONS,
  S3_REQUEST,
  SECRET,
  STS_OPTIONS,
  STS_REQUEST,
} from './signedRequest.ts'

/** As a service does; the one key there is stands for IAM's answer. */
function verify(request: WireRequest, options: ClaimOptions) {
  const claim = readClaim(request, options)
  if (claim.accessKeyId !== CREDENTIALS.accessKeyId)
    throw errorsByStyle[options.style].unknownAccessKey(claim.accessKeyId)
  checkClaim(claim, signingKey(SECRET, claim.scope))
  checkPayload(claim, request.body)
  return claim
}

const STYLES: [string, SignableRequest, ClaimOptions][] = [
  ['S3', S3_REQUEST, S3_OPTIONS],
  ['STS', STS_REQUEST, STS_OPTIONS],
]

describe.each(STYLES)('%s', (_, signable, options) => {
  const request = received(signable)

  test('accepts what we sign ourselves', () => {
    const claim = verify(request, options)
    expect(claim).toMatchObject({
      kind: 'header',
      accessKeyId: signable.credentials.accessKeyId,
      sessionToken: signable.credentials.sessionToken,
      scope: { date: '20261105', ...signable.scope },
      amzDate: '20261105T120000Z',
      headersNotSigned: [],
    })
  })

  test('refuses it with the key of another day, region or service', () => {
    const claim = readClaim(request, options)
    for (const other of [{ date: '20261104' }, { region: 'eu-west-3' }, { service: 'iam' }])
      expect(() => checkClaim(claim, signingKey(SECRET, { ...claim.scope, ...other }))).toThrow(
        'does not match the signature you provided',
      )
  })

  test.each(parts(request))('refuses it after any one byte of %s has changed', (_, changes) => {
    for (const changed of changes) expect(() => verify(changed, options)).toThrow(AwsError)
  })
})

/** For every part that the signature covers, the requests that differ from this one in one byte of it. */
function parts(request: WireRequest): [string, WireRequest[]][] {
  const { method, path, query, body, rawHeaders } = request
  const all: [string, WireRequest[]][] = [
    ['the method', flips(method).map((method) => ({ ...request, method }))],
    ['the path', flips(path).map((path) => ({ ...request, path }))],
    ['the body', flips(`${body}`).map((text) => ({ ...request, body: Buffer.from(text) }))],
  ]
  if (query !== '') all.push(['the query', flips(query).map((query) => ({ ...request, query }))])
  for (let i = 1; i < rawHeaders.length; i += 2) {
    const values = flips(rawHeaders[i]!)
    const changes = values.map((value) => ({ ...request, rawHeaders: rawHeaders.with(i, value) }))
    all.push([rawHeaders[i - 1]!, changes])
  }
  return all
}

/** Every text that differs from this one in one character, and the two that are longer by one. */
function flips(text: string): string[] {
  const changed = Array.from(text, (character, at) => {
    const other = character === 'z' ? 'y' : 'z'
    return text.slice(0, at) + other + text.slice(at + 1)
  })
  return [...changed, `${text}z`, `z${text}`]
}
