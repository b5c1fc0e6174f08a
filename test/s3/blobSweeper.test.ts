import { describe, expect, test } from 'vitest'
import type { Blobs } from '#kernel/blobs/blobs.ts'
import { memoryBlobs } from '#kernel/blobs/memoryBlobs.ts'
import { storeBody } from '#kernel/blobs/storedBody.ts'
import { createMemoryStore } from '#kernel/store/memoryStore.ts'
import type { Store } from '#kernel/store/store.ts'
import { blobSweeper, SWEEP_DELAY_MS } from '#s3/blobSweeper.ts'
import { deleteStored, putStored } from '#s3/objects/storedObject.ts'
import { sweepBlobs } from '#s3/objects/sweepBlobs.ts'
import { bucketNames, NOBODY, objects, type StoredObject } from '#s3/state.ts'

const scope = { account: '111122223333', region: 'us-east-1' }
const LARGE = 100_000

const bodyOf = (letter: string) => Buffer.alloc(LARGE, letter)

interface World {
  readonly store: Store
  readonly blobs: Blobs
}

async function newWorld(): Promise<World> {
  const store = createMemoryStore({ clock: { now: () => 0 } })
  await store.write([''], (tx) => tx.put(bucketNames, NOBODY, 'bucket', scope))
  return { store, blobs: memoryBlobs() }
}

async function put({ store, blobs }: World, key: string, bytes: Buffer): Promise<string> {
  const body = await storeBody(blobs, bytes)
  const object: StoredObject = {
    etag: '',
    modifiedAt: 0,
    headers: { ContentType: 'text/plain' },
    metadata: {},
    storageClass: 'STANDARD',
    checksum: { algorithm: 'CRC32', value: '' },
    body,
  }
  await store.write([scope.account], async (tx) => {
    const at = `bucket/${key}`
    const current = (await tx.get(objects, scope, at))?.value
    await putStored(tx, scope, at, { object, current })
  })
  return 'hash' in body ? body.hash : ''
}

const remove = ({ store }: World, key: string) =>
  store.write([scope.account], (tx) => deleteStored(tx, scope, `bucket/${key}`))

/** The second sweep takes what the first one spared. */
async function sweepTwice({ store, blobs }: World): Promise<void> {
  await sweepBlobs(store, blobs)
  await sweepBlobs(store, blobs)
}

const isKept = async ({ blobs }: World, hash: string) => (await blobs.get(hash)) !== undefined

describe('bodies of objects', () => {
  test('are kept while an object names them', async () => {
    const world = await newWorld()
    const hash = await put(world, 'a', bodyOf('a'))
    await sweepTwice(world)
    expect(await isKept(world, hash)).toBe(true)
  })

  test('go with the object', async () => {
    const world = await newWorld()
    const hash = await put(world, 'a', bodyOf('a'))
    await remove(world, 'a')
    await sweepTwice(world)
    expect(await isKept(world, hash)).toBe(false)
  })

  test.each([
    ['another large body', bodyOf('b')],
    ['a small body', Buffer.from('b')],
  ])('go when %s takes their place', async (_, replacement) => {
    const world = await newWorld()
    const hash = await put(world, 'a', bodyOf('a'))
    await put(world, 'a', replacement)
    await sweepTwice(world)
    expect(await isKept(world, hash)).toBe(false)
  })

  test('stay while one of two equal objects is left', async () => {
    const world = await newWorld()
    const hash = await put(world, 'a', bodyOf('x'))
    await put(world, 'b', bodyOf('x'))
    await remove(world, 'a')
    await sweepTwice(world)
    expect(await isKept(world, hash)).toBe(true)
    await remove(world, 'b')
    await sweepTwice(world)
    expect(await isKept(world, hash)).toBe(false)
  })

  test('stay for a snapshot that can bring the object back', async () => {
    const world = await newWorld()
    const hash = await put(world, 'a', bodyOf('a'))
    const snapshot = world.store.snapshot()
    await remove(world, 'a')
    await sweepTwice(world)
    await world.store.restore(snapshot)
    expect(await isKept(world, hash)).toBe(true)
  })

  test('that were put for an upload under way are not swept from under it', async () => {
    const world = await newWorld()
    const { hash } = await world.blobs.put(bodyOf('a'))
    await sweepBlobs(world.store, world.blobs)
    expect(await isKept(world, hash)).toBe(true)
  })
})

describe('the sweeper', () => {
  /** Timers that the test lets go off. */
  function scheduled() {
    const tasks: { ms: number; task: () => void }[] = []
    const after = (ms: number, task: () => void) => {
      const entry = { ms, task }
      tasks.push(entry)
      return () => void tasks.splice(tasks.indexOf(entry), 1)
    }
    return { tasks, scheduler: { after }, runNext: () => tasks.shift()?.task() }
  }

  const sweeperOf = (world: World) => {
    const failures: unknown[] = []
    const timers = scheduled()
    const { scheduler } = timers
    const worker = blobSweeper({ ...world, scheduler, onFailure: (error) => failures.push(error) })
    return { ...timers, worker, failures }
  }

  /** Until the journal has been read. */
  const settle = () => new Promise((resolve) => setTimeout(resolve, 20))

  test('sweeps once for many commits, and again for what was fresh', async () => {
    const world = await newWorld()
    const { tasks, runNext, worker } = sweeperOf(world)
    await settle()
    const hashes = await Promise.all(['a', 'b', 'c'].map((key) => put(world, key, bodyOf(key))))
    await Promise.all(['a', 'b', 'c'].map((key) => remove(world, key)))
    await settle()
    expect(tasks.map(({ ms }) => ms)).toEqual([SWEEP_DELAY_MS])
    runNext()
    await settle()
    runNext()
    await settle()
    for (const hash of hashes) expect(await isKept(world, hash)).toBe(false)
    expect(tasks).toEqual([])
    await worker.close()
  })

  test('does nothing for commits without blobs', async () => {
    const world = await newWorld()
    const { tasks, worker } = sweeperOf(world)
    await settle()
    await put(world, 'a', Buffer.from('small'))
    await remove(world, 'a')
    await settle()
    expect(tasks).toEqual([])
    await worker.close()
  })

  test('goes on after a restore, and sweeps what was left behind by it', async () => {
    const world = await newWorld()
    const { runNext, worker, failures } = sweeperOf(world)
    await settle()
    let snapshot: ReturnType<Store['snapshot']> | undefined = world.store.snapshot()
    const hash = await put(world, 'a', bodyOf('a'))
    await settle()
    await world.store.restore(snapshot)
    snapshot = undefined
    await settle()
    for (let sweep = 0; sweep < 3; sweep++) {
      runNext()
      await settle()
    }
    expect(await isKept(world, hash)).toBe(false)
    expect(failures).toEqual([])
    await worker.close()
  })

  test('ends with its store', async () => {
    const world = await newWorld()
    const { worker, failures } = sweeperOf(world)
    await settle()
    await world.store.close()
    await worker.close()
    expect(failures).toEqual([])
  })
})
