import { expect, test } from 'vitest'
import { clientOf } from '#kernel/hops/clientOf.ts'
import { credentials } from '#kernel/hops/ports.ts'
import { bound, carrierContract, keyAsk } from './contract.ts'
import { derivedKeyOf } from './sampleOwners.ts'
import { localWorld } from './world.ts'

carrierContract('local', localWorld)

test('the derived key that an asker holds is not the owner’s own', async () => {
  const world = await localWorld()
  const s3 = world.client('s3', credentials)
  const { secret } = await s3.resolveCaller(keyAsk, { bound })
  secret.fill(0)
  expect((await s3.resolveCaller(keyAsk, { bound })).secret).toEqual(derivedKeyOf('20261124'))
})

test('without a recorder nothing is drawn for one', async () => {
  const world = await localWorld()
  const ids = { ...world.hops('s3').ids, hex: () => expect.fail('drew an id') }
  const s3 = clientOf(credentials, { ...world.hops('s3'), ids, record: undefined })
  await expect(s3.resolveCaller(keyAsk, { bound })).resolves.toBeDefined()
  expect(world.records).toEqual([])
})
