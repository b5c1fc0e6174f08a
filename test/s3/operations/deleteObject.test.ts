import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ana, type S3World, type Sent, startS3, stranger, user } from '../s3World.ts'

const writer = user('writer', {
  statements: [{ Effect: 'Allow', Action: 's3:PutObject', Resource: '*' }],
})

let world: S3World
beforeAll(async () => {
  world = await startS3({ users: [ana, stranger, writer] })
  await world.createBucket('deletes')
})
afterAll(() => world.close())

const remove = (key: string, more: Partial<Sent> = {}) =>
  world.send({ method: 'DELETE', path: `/deletes/${key}`, ...more })

describe('DeleteObject', () => {
  test('answers 204, whether or not there was anything', async () => {
    await world.putObject('deletes', 'a', 'x')
    for (const key of ['a', 'a', 'never-there']) {
      const { status, body } = await remove(key)
      expect([status, body.length]).toEqual([204, 0])
    }
    expect((await world.send({ method: 'GET', path: '/deletes/a' })).status).toBe(404)
  })

  test('takes away that key alone', async () => {
    await world.putObject('deletes', 'folder', 'x')
    await world.putObject('deletes', 'folder/a', 'x')
    await remove('folder')
    expect((await world.send({ method: 'GET', path: '/deletes/folder/a' })).status).toBe(200)
  })

  test('leaves nothing of a large body behind', async () => {
    const { blobs } = world.services.running.get('s3')!.service.context
    const body = 'x'.repeat(100_000)
    const hash = createHash('sha256').update(body).digest('hex')
    await world.putObject('deletes', 'large', body)
    expect(await blobs.get(hash)).toBeDefined()
    await remove('large')
    await vi.waitFor(async () => expect(await blobs.get(hash)).toBeUndefined(), 10_000)
  })

  test('needs s3:DeleteObject', async () => {
    const { status, element } = await remove('a', { as: writer })
    expect(status).toBe(403)
    expect(element('Message')).toContain(
      'not authorized to perform: s3:DeleteObject on resource: "arn:aws:s3:::deletes/a"',
    )
    expect((await remove('a', { as: stranger })).element('Message')).toBe('Access Denied')
  })

  test('in a bucket that is not there is NoSuchBucket', async () => {
    const { status, element } = await world.send({ method: 'DELETE', path: '/not-there/a' })
    expect([status, element('Code')]).toEqual([404, 'NoSuchBucket'])
  })

  test('is recorded as a data event', async () => {
    await remove('audited')
    expect((await world.services.journal()).at(-1)).toMatchObject({
      eventName: 'DeleteObject',
      category: 'Data',
      readOnly: false,
      requestParameters: { bucketName: 'deletes', key: 'audited' },
    })
  })
})
