import { describe, expect, test } from 'vitest'
import { createMemoryStore } from '#kernel/store/memoryStore.ts'
import { defineCollection, type Reader } from '#kernel/store/store.ts'

const collection = defineCollection<string>('things')
const scope = { account: '111122223333', region: '' }

describe('retained', () => {
  test('shows what stands in each snapshot that is held, and not the present', async () => {
    const store = createMemoryStore({ clock: { now: () => 0 } })
    const put = (value: string) =>
      store.write([scope.account], (tx) => tx.put(collection, scope, 'key', value))
    expect([...store.retained()]).toEqual([])
    await put('first')
    const held = [store.snapshot()]
    await put('second')
    held.push(store.snapshot())
    await put('third')
    const valueIn = async (reader: Reader) => (await reader.get(collection, scope, 'key'))?.value
    const values = await Promise.all([...store.retained()].map(valueIn))
    expect(values).toEqual(['first', 'second'])
    expect(held).toHaveLength(2)
  })
})
