import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ana, type S3World, startS3, user } from './s3World.ts'

const when = (operator: string, key: string, value: string) => [
  {
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: '*',
    Condition: { [operator]: { [key]: value } },
  },
]

/** Each may read only on one condition: held, and not held. */
const cases: [string, string, string, string][] = [
  ['StringEquals', 's3:authType', 'REST-HEADER', 'REST-QUERY-STRING'],
  ['StringEquals', 's3:signatureversion', 'AWS4-HMAC-SHA256', 'AWS'],
  ['NumericLessThan', 's3:signatureAge', '600000', '0'],
  [
    'StringEquals',
    's3:x-amz-content-sha256',
    'UNSIGNED-PAYLOAD',
    'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
  ],
  ['StringEquals', 's3:ResourceAccount', '111122223333', '444455556666'],
  ['StringEquals', 'aws:ResourceAccount', '111122223333', '444455556666'],
  ['Bool', 'aws:SecureTransport', 'true', 'false'],
]
const held = cases.map(([op, key, yes], i) => user(`held${i}`, { statements: when(op, key, yes) }))
const missed = cases.map(([op, key, , no], i) =>
  user(`missed${i}`, { statements: when(op, key, no) }),
)

let world: S3World
beforeAll(async () => {
  world = await startS3({ users: [ana, ...held, ...missed] })
  await world.createBucket('conditional')
  await world.putObject('conditional', 'a', 'x')
})
afterAll(() => world.close())

describe('condition keys', () => {
  test.each(cases.map(([operator, key], at) => [key, operator, at] as const))(
    '%s decides (%s)',
    async (_key, _operator, at) => {
      const headers = { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }
      const request = { method: 'GET', path: '/conditional/a', headers }
      expect((await world.send({ ...request, as: held[at]! })).status).toBe(200)
      expect((await world.send({ ...request, as: missed[at]! })).status).toBe(403)
    },
  )
})
