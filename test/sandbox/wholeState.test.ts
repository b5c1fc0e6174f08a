/** What counts as changed, and what a refusal may change. */
import { expect, test } from 'vitest'
import { defineCollection, type Entry, movesOnRefusal } from '#kernel/store/store.ts'
import { openInOneProcess } from '#sandbox/startInOneProcess.ts'
import { stateDifferences, wholeState } from '#sandbox/wholeState.ts'

const things = defineCollection<{ n: number }>('test/things')
const counters = defineCollection<number>('test/counters', { movesOnRefusal: true })
const scope = { account: '222222222222', region: 'us-east-1' }

test('a new, a changed and a deleted entry are differences, in any account; a counter is none', async () => {
  const { sandbox, services } = await openInOneProcess({})
  const { store } = services
  await store.write([scope.account, ''], async (tx) => {
    await tx.put(things, scope, 'changed', { n: 1 })
    await tx.put(things, scope, 'deleted', { n: 1 })
    await tx.put(things, { account: '', region: '' }, 'same', { n: 1 })
  })
  const before = await wholeState(services)
  expect(stateDifferences(before, await wholeState(services))).toEqual([])
  await store.write([scope.account], async (tx) => {
    await tx.put(things, scope, 'changed', { n: 2 })
    await tx.delete(things, scope, 'deleted')
    await tx.put(things, scope, 'new', { n: 1 })
    await tx.put(counters, scope, 'count', 1)
  })
  expect(stateDifferences(before, await wholeState(services))).toEqual([
    'test/things 222222222222/us-east-1 changed',
    'test/things 222222222222/us-east-1 deleted',
    'test/things 222222222222/us-east-1 new',
  ])
  await sandbox.close()
})

test('an entry that was written anew with the same value is a difference: somebody wrote', async () => {
  const { sandbox, services } = await openInOneProcess({})
  const put = () =>
    services.store.write([scope.account], (tx) => tx.put(things, scope, 'same', { n: 1 }))
  await put()
  const before = await wholeState(services)
  await put()
  expect(stateDifferences(before, await wholeState(services))).toHaveLength(1)
  await sandbox.close()
})

test('a body that nobody names is a difference too', async () => {
  const { sandbox, services } = await openInOneProcess({})
  const before = await wholeState(services)
  const { hash } = await services.blobs.put(Buffer.from('left behind'))
  expect(stateDifferences(before, await wholeState(services))).toEqual([`blob ${hash}`])
  await sandbox.close()
})

test('keys of different places are not taken for each other', () => {
  const entry: Entry<unknown> = { key: 'k', value: 1, version: 1 }
  const state = (name: string) => ({ entries: new Map([[name, entry]]), blobs: [] })
  expect(stateDifferences(state('a'), state('b'))).toEqual(['a', 'b'])
})

test('only what counts attempts, is used once or follows the journal may move on a refusal', async () => {
  const { sandbox } = await openInOneProcess({})
  const named = [
    'idp.attempts',
    'idp.used-codes',
    'identity-center/used-assertions',
    'identity-center/wrong-codes',
    'iam/last-uses',
  ]
  expect(named.filter((name) => !movesOnRefusal(name))).toEqual([])
  const state = ['idp.users', 'idp.sessions', 'iam/roles', 'iam/access-keys', 's3/buckets']
  expect(state.filter(movesOnRefusal)).toEqual([])
  await sandbox.close()
})
