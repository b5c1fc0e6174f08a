import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ana, createIn, type S3World, startS3, stranger, user } from '../s3World.ts'

const writer = user('writer', {
  statements: [{ Effect: 'Allow', Action: 's3:PutObject', Resource: '*' }],
})

let world: S3World
beforeAll(async () => {
  world = await startS3({ users: [ana, stranger, writer] })
  await world.createBucket('american')
  await createIn(world, 'european', 'eu-west-1')
})
afterAll(() => world.close())

const head = (name: string, more: object = {}) =>
  world.send({ method: 'HEAD', path: `/${name}`, ...more })

describe('HeadBucket', () => {
  test.each([
    ['american', 'us-east-1'],
    ['european', 'eu-west-1'],
  ])('says where %s is', async (name, region) => {
    const { status, headers, body } = await head(name, { region })
    expect(status).toBe(200)
    expect(headers['x-amz-bucket-region']).toBe(region)
    expect(headers['x-amz-access-point-alias']).toBe('false')
    expect(body).toHaveLength(0)
  })

  test('is a 404 without body for a bucket that is not there', async () => {
    const { status, body, headers } = await head('not-there')
    expect([status, body.length]).toEqual([404, 0])
    expect(headers['content-type']).toBe('application/xml')
  })

  test('is a 400 that names the right region for a request signed for another', async () => {
    const { status, headers, body } = await head('european', { region: 'us-west-2' })
    expect([status, body.length]).toEqual([400, 0])
    expect(headers['x-amz-bucket-region']).toBe('eu-west-1')
  })

  test.each([
    ['one of the account without permission', writer],
    ['a stranger', stranger],
    ['nobody', null],
  ])('tells %s where the bucket is, and no more', async (_, as) => {
    const { status, headers } = await head('european', { as, region: 'eu-west-1' })
    expect(status).toBe(403)
    expect(headers['x-amz-bucket-region']).toBe('eu-west-1')
  })

  test('is refused where the owner is not the expected one', async () => {
    const expected = (id: string) => ({ headers: { 'x-amz-expected-bucket-owner': id } })
    expect((await head('american', expected('111122223333'))).status).toBe(200)
    expect((await head('american', expected('444455556666'))).status).toBe(403)
    expect((await head('american', expected('ana'))).status).toBe(400)
  })

  test('is recorded as a read of the bucket', async () => {
    await head('american')
    expect((await world.services.journal()).at(-1)).toMatchObject({
      eventName: 'HeadBucket',
      readOnly: true,
      category: 'Management',
      resources: [
        { type: 'AWS::S3::Bucket', arn: 'arn:aws:s3:::american', accountId: '111122223333' },
      ],
    })
  })
})
