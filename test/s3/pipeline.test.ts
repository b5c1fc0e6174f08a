import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pipeline } from '#s3/pipeline.ts'
import { ana, createIn, type S3World, type Sent, startS3, user } from './s3World.ts'

const nothing = user('nothing', {
  statements: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
})
const liar = { ...ana, secretAccessKey: 'not the secret' }
const unknown = user('unknown')

let world: S3World
beforeAll(async () => {
  world = await startS3({ users: [ana, nothing] })
  await world.createBucket('order')
  await createIn(world, 'order-eu', 'eu-west-1')
})
afterAll(() => world.close())

/** Requests with two faults: which of them S3 names says what it looks at first. */
const table: [string, Sent, string][] = [
  [
    'a path that is no text before a wrong signature',
    { method: 'PUT', path: '/order/%ff', as: liar },
    'InvalidURI',
  ],
  [
    'a wrong region before an unknown key',
    { method: 'GET', path: '/order-eu/a', as: unknown },
    'AuthorizationHeaderMalformed',
  ],
  [
    'a wrong date before an unknown key',
    { method: 'GET', path: '/order/a', as: unknown, now: 0 },
    'RequestTimeTooSkewed',
  ],
  [
    'an unknown key before what is not signed',
    { method: 'GET', path: '/order/a', as: unknown, unsigned: { 'x-amz-acl': 'private' } },
    'InvalidAccessKeyId',
  ],
  [
    'a wrong signature before a name that no bucket has',
    { method: 'PUT', path: '/NO', as: liar },
    'SignatureDoesNotMatch',
  ],
  [
    'a name that no bucket has before a missing permission',
    { method: 'PUT', path: '/NO', as: nothing },
    'InvalidBucketName',
  ],
  [
    'a configuration that is no XML before a missing permission',
    { method: 'PUT', path: '/order-new', as: nothing, body: '<' },
    'MalformedXML',
  ],
  [
    'a missing bucket before a missing permission',
    { method: 'GET', path: '/order-missing/a', as: nothing },
    'NoSuchBucket',
  ],
  [
    'a missing permission before a reserved name',
    { method: 'PUT', path: '/xn--order', as: nothing },
    'AccessDenied',
  ],
  [
    'a missing permission before a body that was not signed',
    { method: 'PUT', path: '/order/a', as: nothing, body: 'a', instead: Buffer.from('b') },
    'AccessDenied',
  ],
  [
    'a missing permission before an unsupported option',
    { method: 'PUT', path: '/order/a', as: nothing, headers: { 'x-amz-tagging': 'a=b' } },
    'AccessDenied',
  ],
  [
    'a body that was not signed before an option',
    {
      method: 'PUT',
      path: '/order/a',
      body: 'a',
      instead: Buffer.from('b'),
      headers: { 'x-amz-tagging': 'a=b' },
    },
    'XAmzContentSHA256Mismatch',
  ],
  [
    'an operation that is not there before everything',
    { method: 'PUT', path: '/order', query: 'versioning', as: liar },
    'NotImplemented',
  ],
  [
    'a method that S3 does not have before everything',
    { method: 'PATCH', path: '/order/a', as: liar },
    'MethodNotAllowed',
  ],
]

describe('the order in which S3 looks at a request', () => {
  test('can be read aloud', () => {
    expect(pipeline.map(({ name }) => name)).toEqual([
      'virtual host',
      'identify operation',
      'address',
      'authenticate',
      'check bucket name',
      "read CreateBucket's location",
      'authorise',
      'receive body',
      'check payload',
      'parse',
      'validate',
      'prepare',
      'handle, record',
      'serialise',
    ])
  })

  test.each(table)('%s', async (_, request, code) => {
    expect((await world.send(request)).element('Code')).toBe(code)
  })

  test('a recorder makes no difference to an answer', async () => {
    const ends = async (others: Partial<Parameters<typeof startS3>[0]>) => {
      const one = await startS3({ users: [ana], ...others })
      await one.createBucket('observed')
      const { status, text } = await one.send({ method: 'GET', path: '/observed/missing' })
      await one.close()
      return [status, text.replace(/<(RequestId|HostId)>[^<]*/g, '')]
    }
    expect(await ends({ record: false })).toEqual(await ends({}))
  })
})
