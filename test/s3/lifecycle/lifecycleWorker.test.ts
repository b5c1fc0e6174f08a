import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type S3World, startS3 } from '../s3World.ts'

const DAY = 86_400_000

let world: S3World
beforeAll(async () => {
  world = await startS3()
  await world.createBucket('ageing')
})
afterAll(() => world.close())

const put = (rules: string) => {
  const body = `<LifecycleConfiguration>${rules}</LifecycleConfiguration>`
  return world.send({
    method: 'PUT',
    path: '/ageing',
    query: 'lifecycle',
    body,
    headers: { 'content-md5': createHash('md5').update(body).digest('base64') },
  })
}
const status = async (key: string) =>
  (await world.send({ method: 'HEAD', path: `/ageing/${key}` })).status

describe('a lifecycle', () => {
  test('says its rules with ids, dates and the least size', async () => {
    const rule =
      '<Rule><Filter><Prefix>d/</Prefix></Filter><Status>Enabled</Status><Expiration><Date>2030-01-01T00:00:00Z</Date></Expiration></Rule>'
    const answer = await put(rule)
    expect(answer.headers['x-amz-transition-default-minimum-object-size']).toBe(
      'all_storage_classes_128K',
    )
    const { element } = await world.send({ method: 'GET', path: '/ageing', query: 'lifecycle' })
    expect(element('ID')).toMatch(/^[0-9a-f-]{36}$/)
    expect(element('Date')).toBe('2030-01-01T00:00:00.000Z')
  })

  test('is done at midnight by the sandbox’s clock', async () => {
    await put(
      '<Rule><ID>tmp</ID><Filter><Prefix>tmp/</Prefix></Filter><Status>Enabled</Status><Expiration><Days>2</Days></Expiration></Rule>',
    )
    await world.putObject('ageing', 'tmp/a', 'x')
    await world.putObject('ageing', 'tmp/large', 'x'.repeat(100_000))
    await world.putObject('ageing', 'kept', 'x')
    await world.services.clock.advance(DAY)
    expect(await status('tmp/a')).toBe(200)
    await world.services.clock.advance(2 * DAY)
    await vi.waitFor(async () => expect(await status('tmp/a')).toBe(404), { timeout: 5000 })
    await vi.waitFor(async () => expect(await status('tmp/large')).toBe(404), { timeout: 5000 })
    expect(await status('kept')).toBe(200)
  })

  test('moves objects to other classes, and reading an archived one is refused', async () => {
    await put(
      '<Rule><Filter><Prefix></Prefix></Filter><Status>Enabled</Status><Transition><Days>1</Days><StorageClass>GLACIER</StorageClass></Transition></Rule>',
    )
    await world.putObject('ageing', 'big', 'x'.repeat(200_000))
    await world.services.clock.advance(2 * DAY)
    const get = () => world.send({ method: 'GET', path: '/ageing/big' })
    await vi.waitFor(async () => expect((await get()).element('Code')).toBe('InvalidObjectState'), {
      timeout: 5000,
    })
    expect(await status('kept')).toBe(200)
  })
})
