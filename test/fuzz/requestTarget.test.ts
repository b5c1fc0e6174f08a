import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AwsError } from '#kernel/errors/awsError.ts'
import { splitTarget, type WireRequest } from '#kernel/http/wireRequest.ts'
import { BadValue } from '#kernel/protocol/badValue.ts'
import { malformed } from '#kernel/protocol/malformed.ts'
import { validate } from '#kernel/protocol/validate.ts'
import { canonicalQuery, queryParameters } from '#kernel/sigv4/canonicalQuery.ts'
import { canonicalUri } from '#kernel/sigv4/canonicalUri.ts'
import { apis, protocolOf } from '../kernel/protocol/fixture/apis.ts'
import { campaign, type Outcome } from './campaign.ts'
import { mutated } from './mutated.ts'

const valid = [
  '/photos/2026/11/a%20b.txt?versionId=3HL4kqt&partNumber=2',
  '/photos?list-type=2&prefix=a%2Fb&delimiter=%2F&max-keys=100&continuation-token=abc%3D',
  '/photos/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA%2F20261105%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20261105T120000Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature=00',
  '/?Action=ListUsers&Version=2010-05-08&PathPrefix=%2F&MaxItems=10',
  '/assignment/roles?account_id=222222222222&max_result=10',
  '/federation/credentials?account_id=222222222222&role_name=BucketCreator',
  '/b//a/../%2e%2e/./%2F/%C3%B1/+?delete&location=&x=1&x=0',
]

const words = [
  ...['/', '//', '..', '/../', '%2e%2e', '%2F', '%00', '%', '%2', '%zz', '%25', '%C3', '%FF', '+'],
  ...['?', '&', '=', '&&', '==', '#', ';', '\\', '\0', '\xff', ' ', '__proto__', 'constructor'],
  ...['X-Amz-Signature=', 'X-Amz-Expires=-1', 'Action=', 'Version=2011-06-15', 'list-type=2'],
  ...['max-keys=99999999999999999999', 'uploadId=', 'partNumber=1e9', '{', '<', '"'],
]

test('a path and a query are read or refused', { timeout: 300_000 }, () => {
  campaign({
    name: 'request path and query',
    cases: fc.record({
      target: mutated(valid, words),
      method: fc.constantFrom('GET', 'PUT', 'POST', 'HEAD', 'DELETE'),
    }),
    holds: ({ target, method }) => {
      const { path, query } = splitTarget(target)
      const request = { method, path, query, rawHeaders: [], remoteAddress: '', body: nothing }
      canonicalFormStays(query)
      for (const style of ['s3', 'standard'] as const) {
        expect(canonicalUri(path, style)).toMatch(/^[\w\-.~%/]*$/)
      }
      return apis.some((api) => read(api, request) === 'taken') ? 'taken' : 'refused'
    },
  })
})

const nothing = Buffer.alloc(0)

/** What is canonical already is not changed by being read again: signer and verifier cannot differ. */
function canonicalFormStays(query: string): void {
  const canonical = canonicalQuery(queryParameters(query))
  expect(canonicalQuery(queryParameters(canonical))).toBe(canonical)
}

function read(api: (typeof apis)[number], request: WireRequest): Outcome {
  const protocol = protocolOf(api)
  const found = protocol.identify(api, request)
  const operation = found && api.operations.get(found.name)
  if (!operation) return 'refused'
  try {
    validate(api, operation, protocol.parse(api, operation, request))
    return 'taken'
  } catch (error) {
    const refusal = error instanceof BadValue ? malformed(api, error) : error
    if (!(refusal instanceof AwsError)) throw error
    expect(refusal.status).toBeLessThan(500)
    return 'refused'
  }
}
