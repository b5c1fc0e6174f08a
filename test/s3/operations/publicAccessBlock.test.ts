import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ana, type Got, type S3World, type Sent, startS3, stranger, user } from '../s3World.ts'

const reader = user('reader', {
  statements: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
})

let world: S3World
beforeAll(async () => {
  world = await startS3({ users: [ana, reader, stranger] })
})
afterAll(() => world.close())

const SETTINGS = [
  'BlockPublicAcls',
  'IgnorePublicAcls',
  'BlockPublicPolicy',
  'RestrictPublicBuckets',
] as const
type Setting = (typeof SETTINGS)[number]

const document = (...on: Setting[]) =>
  `<PublicAccessBlockConfiguration>${on.map((name) => `<${name}>true</${name}>`).join('')}</PublicAccessBlockConfiguration>`
const block = (bucket: string, method: string, more: Partial<Sent> = {}) =>
  world.send({ method, path: `/${bucket}`, query: 'publicAccessBlock', ...more })
const settings = ({ element }: Got) => SETTINGS.filter((name) => element(name) === 'true')

const account = (method: string, more: Partial<Sent> = {}) =>
  world.send({
    method,
    path: '/v20180820/configuration/publicAccessBlock',
    headers: { 'x-amz-account-id': ana.accountId },
    ...more,
  })

const grant = (bucket: string, Principal: unknown) => ({
  method: 'PUT',
  path: `/${bucket}`,
  query: 'policy',
  body: JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal,
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::${bucket}/*`,
    },
  }),
})

describe('the public access block of a bucket', () => {
  beforeAll(() => world.createBucket('blocked'))

  test('is whole on every new bucket', async () => {
    expect(settings(await block('blocked', 'GET'))).toEqual([...SETTINGS])
  })

  test('is what was put last, and what was not said is off', async () => {
    const put = await block('blocked', 'PUT', { body: document('BlockPublicPolicy') })
    expect(put.status).toBe(200)
    expect(settings(await block('blocked', 'GET'))).toEqual(['BlockPublicPolicy'])
  })

  test('can be removed, and then is not found', async () => {
    expect((await block('blocked', 'DELETE')).status).toBe(204)
    const { status, element } = await block('blocked', 'GET')
    expect([status, element('Code')]).toEqual([404, 'NoSuchPublicAccessBlockConfiguration'])
    expect(element('BucketName')).toBe('blocked')
  })

  test.each([
    ['GET', 's3:GetBucketPublicAccessBlock'],
    ['PUT', 's3:PutBucketPublicAccessBlock'],
    ['DELETE', 's3:PutBucketPublicAccessBlock'],
  ])('%s needs %s', async (method, action) => {
    const { status, element } = await block('blocked', method, { as: reader, body: '' })
    expect(status).toBe(403)
    expect(element('Message')).toContain(`not authorized to perform: ${action} on`)
  })

  test('must be a document of its kind', async () => {
    const { element } = await block('blocked', 'PUT', { body: '<Other/>' })
    expect(element('Code')).toBe('MalformedXML')
  })
})

describe('BlockPublicPolicy', () => {
  test('refuses a public policy, and says so', async () => {
    await world.createBucket('policed')
    const { status, element } = await world.send(grant('policed', '*'))
    expect([status, element('Code')]).toEqual([403, 'AccessDenied'])
    expect(element('Message')).toBe(
      'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::policed" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.',
    )
    const status2 = await world.send({ method: 'GET', path: '/policed', query: 'policyStatus' })
    expect(status2.status).toBe(404)
  })

  test('takes a policy for somebody in particular', async () => {
    expect((await world.send(grant('policed', { AWS: '444455556666' }))).status).toBe(204)
  })
})

describe('RestrictPublicBuckets', () => {
  const read = (as: Sent['as']) => world.send({ method: 'GET', path: '/restricted/a', as: as! })

  test('keeps everybody but the own account out of a bucket whose policy is public', async () => {
    await world.createBucket('restricted')
    await world.putObject('restricted', 'a', 'text')
    await block('restricted', 'DELETE')
    await world.send(grant('restricted', '*'))
    for (const as of [null, stranger, reader]) expect((await read(as)).status).toBe(200)

    await block('restricted', 'PUT', { body: document('RestrictPublicBuckets') })
    expect((await read(null)).status).toBe(403)
    expect((await read(stranger)).status).toBe(403)
    expect((await read(reader)).status).toBe(200)
  })

  test('leaves a policy alone that is not public', async () => {
    await world.send(grant('restricted', { AWS: '444455556666' }))
    expect((await read(stranger)).status).toBe(200)
  })
})

describe('the public access block of an account', () => {
  test('is not there until it is put', async () => {
    const { status, text, element } = await account('GET')
    expect([status, element('Code')]).toEqual([404, 'NoSuchPublicAccessBlockConfiguration'])
    expect(text).toMatch(
      /<ErrorResponse><Error>.*<\/Error><RequestId>[^<]+<\/RequestId><\/ErrorResponse>$/s,
    )
  })

  test('is the account’s own business', async () => {
    expect((await account('GET', { as: stranger })).status).toBe(403)
    const { element } = await account('GET', { as: reader })
    expect(element('Message')).toContain('s3:GetAccountPublicAccessBlock')
    expect((await account('GET', { as: null })).status).toBe(403)
  })

  test('is stricter than any bucket’s', async () => {
    await world.createBucket('lenient')
    await block('lenient', 'DELETE')
    await world.putObject('lenient', 'a', 'text')
    expect((await world.send(grant('lenient', '*'))).status).toBe(204)
    const read = () => world.send({ method: 'GET', path: '/lenient/a', as: null })
    expect((await read()).status).toBe(200)

    const body = document('BlockPublicPolicy', 'RestrictPublicBuckets')
    expect((await account('PUT', { body })).status).toBe(200)
    expect((await read()).status).toBe(403)
    expect((await world.send(grant('lenient', '*'))).element('Code')).toBe('AccessDenied')
    expect(settings(await account('GET'))).toEqual(['BlockPublicPolicy', 'RestrictPublicBuckets'])

    expect((await account('DELETE')).status).toBe(200)
    expect((await read()).status).toBe(200)
  })

  test('is recorded under the name that CloudTrail has for it', async () => {
    await account('PUT', { body: document() })
    expect((await world.services.journal()).at(-1)).toMatchObject({
      eventName: 'PutAccountPublicAccessBlock',
      eventSource: 's3.amazonaws.com',
    })
  })

  test('the path is a bucket’s where no account is named', async () => {
    const { element } = await world.send({ method: 'GET', path: '/v20180820/configuration' })
    expect([element('Code'), element('BucketName')]).toEqual(['NoSuchBucket', 'v20180820'])
  })

  test('other operations of S3 Control are refused by name', async () => {
    const answer = await account('GET', { path: '/v20180820/accesspoint' })
    expect([answer.status, answer.element('Message')]).toEqual([
      501,
      'The operation ListAccessPoints is not implemented.',
    ])
  })
})
