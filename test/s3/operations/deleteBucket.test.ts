import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ana, type S3World, startS3, stranger } from '../s3World.ts'

let world: S3World
beforeAll(async () => {
  world = await startS3()
})
afterAll(() => world.close())

const remove = (name: string, more: object = {}) =>
  world.send({ method: 'DELETE', path: `/${name}`, ...more })

describe('DeleteBucket', () => {
  test('answers 204 without body', async () => {
    await world.createBucket('short-lived')
    const { status, body, headers } = await remove('short-lived')
    expect([status, body.length, headers['content-length']]).toEqual([204, 0, undefined])
  })

  test('gives the name up: anyone may take it', async () => {
    await world.createBucket('passed-on')
    await remove('passed-on')
    await world.createBucket('passed-on', stranger)
    expect((await remove('passed-on')).status).toBe(403)
    expect((await remove('passed-on', { as: stranger })).status).toBe(204)
  })

  test('refuses a bucket that holds anything', async () => {
    await world.createBucket('full')
    await world.putObject('full', 'a')
    const { status, element } = await remove('full')
    expect([status, element('Code'), element('BucketName')]).toEqual([
      409,
      'BucketNotEmpty',
      'full',
    ])
  })

  test('is not kept from it by a neighbour whose name begins likewise', async () => {
    await world.createBucket('near')
    await world.createBucket('near-by')
    await world.putObject('near-by', 'a')
    expect((await remove('near')).status).toBe(204)
  })

  test('of a bucket that is not there is NoSuchBucket', async () => {
    const { status, element } = await remove('not-there')
    expect([status, element('Code'), element('BucketName')]).toEqual([
      404,
      'NoSuchBucket',
      'not-there',
    ])
  })

  test('of a stranger’s bucket tells no more than Access Denied', async () => {
    await world.createBucket('not-yours')
    const { status, element } = await remove('not-yours', { as: stranger })
    expect([status, element('Code'), element('Message')]).toEqual([
      403,
      'AccessDenied',
      'Access Denied',
    ])
  })

  test('never leaves objects without a bucket, whatever runs at once', async () => {
    for (let round = 0; round < 10; round++) {
      const name = `raced-${round}`
      await world.createBucket(name)
      const [put, removed] = await Promise.all([
        world.send({ method: 'PUT', path: `/${name}/key`, body: 'x' }),
        remove(name),
      ])
      expect([
        [200, 409],
        [404, 204],
      ]).toContainEqual([put.status, removed.status])
    }
  })

  test('is recorded with the bucket as resource and no answer', async () => {
    await world.createBucket('audited')
    await remove('audited')
    expect((await world.services.journal(ana.accountId)).at(-1)).toMatchObject({
      eventName: 'DeleteBucket',
      readOnly: false,
      responseElements: null,
      requestParameters: { bucketName: 'audited' },
      resources: [{ arn: 'arn:aws:s3:::audited', accountId: ana.accountId }],
    })
  })
})
