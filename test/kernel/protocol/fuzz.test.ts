/** Whatever comes off the wire: identify never throws, parse throws nothing but BadValue, and both end soon. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AwsError } from '#kernel/errors/awsError.ts'
import type { WireRequest } from '#kernel/http/wireRequest.ts'
import { BadValue } from '#kernel/protocol/badValue.ts'
import { malformed } from '#kernel/protocol/malformed.ts'
import { validate } from '#kernel/protocol/validate.ts'
import { apis, operations, protocolOf } from './fixture/apis.ts'

const wireNames = operations.flatMap(({ operation }) =>
  operation.input.members.flatMap(({ wire, bound, param }) => [
    wire,
    bound,
    `${param}.member.1.Key`,
  ]),
)
const name = fc.oneof(fc.constantFrom(...wireNames), fc.string())
const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'true', '7', '-1', '1e9', '2026-11-24T15:30:35Z', '%ff', '__proto__'),
)
const pairs = fc.array(fc.tuple(name, value), { maxLength: 8 })
const formText = pairs.map((list) => list.map(([key, text]) => `${key}=${text}`).join('&'))
const json = pairs.map((list) => JSON.stringify(Object.fromEntries(list)))
const xml = pairs.map(
  (list) =>
    `<CreateBucketConfiguration>${list.map(([k, v]) => `<${k}>${v}</${k}>`).join('')}</CreateBucketConfiguration>`,
)

const request: fc.Arbitrary<WireRequest> = fc.record({
  method: fc.constantFrom('GET', 'PUT', 'POST', 'HEAD', 'DELETE'),
  path: fc.oneof(fc.constantFrom('/', '/b', '/b/', '/b/k', '/token', '/%ff', '//'), fc.string()),
  query: formText,
  rawHeaders: pairs.map((list) => list.flat()),
  remoteAddress: fc.constant('127.0.0.1'),
  body: fc.oneof(formText, json, xml, fc.json(), fc.string()).map((text) => Buffer.from(text)),
})

describe.each(apis.map((api) => ({ api, service: api.model.service })))('$service', ({ api }) => {
  const protocol = protocolOf(api)

  test('identify', () => {
    fc.assert(
      fc.property(request, (sent) => {
        const found = protocol.identify(api, sent)
        if (found) expect(Object.keys(api.model.known)).toContain(found.name)
        else expect(protocol.unknown(api, sent)).toBeInstanceOf(AwsError)
      }),
    )
  })

  test('parse and validate', () => {
    const all = fc.constantFrom(...api.operations.values())
    fc.assert(
      fc.property(all, request, (operation, sent) => {
        try {
          validate(api, operation, protocol.parse(api, operation, sent))
        } catch (error) {
          if (error instanceof BadValue) expect(malformed(api, error).status).toBeLessThan(500)
          else expect(error).toBeInstanceOf(AwsError)
        }
      }),
      { numRuns: 500 },
    )
  })
})
