import { expect, test } from 'vitest'
import { createSandboxClock } from '#kernel/clock/sandboxClock.ts'
import { believe } from '#kernel/hops/believe.ts'
import { clientOf } from '#kernel/hops/clientOf.ts'
import { expose } from '#kernel/hops/expose.ts'
import { localCarrier } from '#kernel/hops/localCarrier.ts'
import type { Implementation, Port } from '#kernel/hops/port.ts'
import { credentials } from '#kernel/hops/ports.ts'
import { bound, carrierContract, failureOf, keyAsk } from './contract.ts'
import { credentialsOwner, dev } from './sampleOwners.ts'
import { localWorld, ringOf } from './world.ts'

carrierContract('local', localWorld)

/** One owner, asked by S3, with nobody recording. */
function askedAlone<P extends Port>(port: P, owner: Implementation<P>) {
  const clock = createSandboxClock()
  const carrier = localCarrier({ clock, exposed: () => expose(port, owner) })
  const ids = new Proxy({} as never, { get: () => expect.fail('drew an id') })
  return clientOf(port, { service: 's3', clock, ids, carrier: () => carrier })
}

test('the derived key that an asker holds is not the owner’s own', async () => {
  const held = Buffer.alloc(32, 1)
  const s3 = askedAlone(credentials, {
    resolveCaller: async () => ({ body: structuredClone(dev), secret: held }),
  })
  const { secret } = await s3.resolveCaller(keyAsk, { bound })
  secret.fill(0)
  expect(held).toEqual(Buffer.alloc(32, 1))
})

test('without a recorder nothing is drawn for one', async () => {
  const s3 = askedAlone(credentials, credentialsOwner)
  await expect(s3.resolveCaller(keyAsk, { bound })).resolves.toBeDefined()
})

test('a statement of another owner is refused, though it is about the same', async () => {
  const elsewhere = { ...credentials, owner: 'organizations' }
  const { statement } = await askedAlone(elsewhere, credentialsOwner).resolveCaller(keyAsk, {
    bound,
  })
  const believing = () =>
    believe(credentials, 'resolveCaller', statement, bound, ringOf('iam'), Date.now())
  expect((await failureOf(believing)).message).toContain('not a statement of iam')
})
