import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createIn, type S3World, startS3, user } from '../s3World.ts'

const lister = user('lister', {
  statements: [{ Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' }],
})

let world: S3World
beforeAll(async () => {
  world = await startS3({ users: [user('ana'), lister] })
  await world.createBucket('american')
  await createIn(world, 'european', 'eu-west-1')
  const body = `<CreateBucketConfiguration><LocationConstraint>EU</LocationConstraint></CreateBucketConfiguration>`
  await world.send({ method: 'PUT', path: '/old-european', region: 'eu-west-1', body })
})
afterAll(() => world.close())

const locate = (name: string, more: object = {}) =>
  world.send({ method: 'GET', path: `/${name}`, query: 'location', ...more })

describe('GetBucketLocation', () => {
  test('of a bucket in us-east-1 is empty', async () => {
    const { text } = await locate('american')
    expect(text).toContain('<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/"/>')
  })

  test.each([
    ['european', 'eu-west-1'],
    ['old-european', 'EU'],
  ])('of %s is what it was made with: %s', async (name, location) => {
    const { text } = await locate(name, { region: 'eu-west-1' })
    expect(text).toContain(`doc/2006-03-01/">${location}</LocationConstraint>`)
  })

  test('can be asked of us-east-1 for every bucket, but of no third region', async () => {
    expect((await locate('european', { region: 'us-east-1' })).status).toBe(200)
    const third = await locate('european', { region: 'us-west-2' })
    expect([third.status, third.element('Code')]).toEqual([400, 'AuthorizationHeaderMalformed'])
  })

  test('needs s3:GetBucketLocation', async () => {
    const { status, element } = await locate('american', { as: lister })
    expect(status).toBe(403)
    expect(element('Message')).toContain('not authorized to perform: s3:GetBucketLocation on')
  })

  test('is recorded with its sub-resource', async () => {
    await locate('american')
    expect((await world.services.journal()).at(-1)).toMatchObject({
      eventName: 'GetBucketLocation',
      requestParameters: { bucketName: 'american', location: '' },
    })
  })
})
