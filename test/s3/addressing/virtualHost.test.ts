import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ana, createIn, type S3World, type Sent, startS3 } from '../s3World.ts'

let world: S3World
beforeAll(async () => {
  world = await startS3()
  await world.createBucket('hosted')
  await world.createBucket('dotted.name')
  await createIn(world, 'hosted-eu', 'eu-west-1')
  await world.putObject('hosted', 'a/b', 'text')
  await world.putObject('dotted.name', 'a', 'dots')
})
afterAll(() => world.close())

const at = (host: string, path: string, more: Partial<Sent> = {}) =>
  world.send({ method: 'GET', path, headers: { host }, ...more })

describe('a bucket in the host', () => {
  test.each([
    ['hosted.localhost:4566', '/a/b', 'text'],
    ['hosted.s3.localhost', '/a/b', 'text'],
    ['hosted.s3.us-east-1.amazonaws.com', '/a/b', 'text'],
    ['dotted.name.s3.localhost', '/a', 'dots'],
    ['s3.localhost', '/hosted/a/b', 'text'],
    ['localhost', '/hosted/a/b', 'text'],
  ])('%s%s is read: %s', async (host, path, text) => {
    const got = await at(host, path)
    expect([got.status, got.text]).toEqual([200, text])
  })

  test('is made, listed and removed', async () => {
    const host = 'made-here.s3.localhost'
    expect((await at(host, '/', { method: 'PUT' })).status).toBe(200)
    const put = await at(host, '//odd//key', { method: 'PUT', body: 'x' })
    expect(put.status).toBe(200)
    const list = await at(host, '/', { query: 'list-type=2' })
    expect([list.element('Name'), list.element('Key')]).toEqual(['made-here', '/odd//key'])
    expect((await at(host, '//odd//key', { method: 'DELETE' })).status).toBe(204)
    expect((await at(host, '/', { method: 'DELETE' })).status).toBe(204)
  })

  test('is signed as it is sent: without the bucket in the path', async () => {
    const { status, element } = await at('hosted.s3.localhost', '/a/b', {
      as: { ...ana, secretAccessKey: 'wrong' },
    })
    expect(status).toBe(403)
    expect(element('CanonicalRequest')).toMatch(/^GET\n\/a\/b\n/)
  })

  test('is recorded as it was sent', async () => {
    await at('hosted.s3.localhost', '/a/b')
    const events = world.services.recorder!.events()
    const recorded = events.filter(({ kind }) => kind === 'request')
    expect(recorded.at(-1)).toMatchObject({ target: '/a/b' })
  })

  test('that no bucket can have as a name is refused as one', async () => {
    const got = await at('no_bucket.localhost', '/', { query: 'list-type=2' })
    expect(got.element('Code')).toBe('InvalidBucketName')
  })
})

describe('the endpoint of a region', () => {
  test.each(['hosted-eu.s3.us-west-2.localhost', 'hosted-eu.s3.us-west-2.amazonaws.com'])(
    '%s sends on to the region of the bucket',
    async (host) => {
      const got = await at(host, '/a', { region: 'us-west-2' })
      expect([got.status, got.element('Code')]).toEqual([301, 'PermanentRedirect'])
      expect(got.headers['x-amz-bucket-region']).toBe('eu-west-1')
      expect(got.element('Endpoint')).toBe('hosted-eu.s3.eu-west-1.amazonaws.com')
      expect(got.element('Bucket')).toBe('hosted-eu')
    },
  )

  test('also those who do not say who they are', async () => {
    const got = await at('hosted-eu.s3.us-west-2.localhost', '/a', { as: null })
    expect(got.status).toBe(301)
  })

  test('of the bucket answers', async () => {
    const got = await at('hosted-eu.s3.eu-west-1.localhost', '/', {
      region: 'eu-west-1',
      query: 'list-type=2',
    })
    expect(got.status).toBe(200)
  })

  test('that a request is not signed for is told the right one', async () => {
    const got = await at('hosted-eu.s3.eu-west-1.localhost', '/a', { region: 'us-west-2' })
    expect([got.status, got.element('Code'), got.element('Region')]).toEqual([
      400,
      'AuthorizationHeaderMalformed',
      'eu-west-1',
    ])
  })
})

describe('Transfer Acceleration', () => {
  const accelerate = (bucket: string, method: string, body = '') =>
    world.send({ method, path: `/${bucket}`, query: 'accelerate', body })
  const document = (status: string) =>
    `<AccelerateConfiguration><Status>${status}</Status></AccelerateConfiguration>`

  test('answers on its host where it is enabled', async () => {
    const host = 'hosted.s3-accelerate.amazonaws.com'
    const before = await at(host, '/a/b')
    expect(before.element('Message')).toBe(
      'S3 Transfer Acceleration is not configured on this bucket',
    )
    expect((await accelerate('hosted', 'GET')).element('Status')).toBeUndefined()
    expect((await accelerate('hosted', 'PUT', document('Enabled'))).status).toBe(200)
    expect((await accelerate('hosted', 'GET')).element('Status')).toBe('Enabled')
    expect((await at(host, '/a/b')).text).toBe('text')
    await accelerate('hosted', 'PUT', document('Suspended'))
    expect((await at(host, '/a/b')).status).toBe(400)
  })

  test('is not for names with dots', async () => {
    const { element } = await accelerate('dotted.name', 'PUT', document('Enabled'))
    expect(element('Message')).toBe(
      'S3 Transfer Acceleration is not supported for buckets with periods (.) in their names',
    )
  })

  test.each(['', '<Status>On</Status>'])('refuses %s', async (status) => {
    const body = `<AccelerateConfiguration>${status}</AccelerateConfiguration>`
    expect((await accelerate('hosted', 'PUT', body)).element('Code')).toBe('MalformedXML')
  })
})
