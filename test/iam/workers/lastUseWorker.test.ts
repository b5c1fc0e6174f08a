import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { lastUseWorker } from '#iam/workers/lastUseWorker.ts'
import type { Worker } from '#kernel/http/service.ts'
import type { Outcome } from '#kernel/journal/outcome.ts'
import { accountTrust, operate } from '../operate.ts'
import { ACCOUNT, NOON, startWorld, type World } from '../world.ts'

let world: World
let worker: Worker
let key: string

beforeEach(async () => {
  world = await startWorld()
  key = (await operate(world, 'CreateAccessKey', {})).AccessKey.AccessKeyId
  worker = lastUseWorker(world)
})
afterEach(async () => {
  await worker.close()
  await world.close()
})

const outcome = (more: Partial<Outcome>): Outcome => ({
  eventId: 'e',
  at: NOON,
  account: ACCOUNT,
  region: 'eu-west-1',
  eventSource: 's3.amazonaws.com',
  eventName: 'ListBuckets',
  caller: { type: 'IAMUser', accountId: ACCOUNT, accessKeyId: key },
  sourceIp: '127.0.0.1',
  userAgent: 'test',
  requestId: 'r',
  requestParameters: null,
  responseElements: null,
  readOnly: true,
  category: 'Management',
  ...more,
})

const record = (more: Partial<Outcome> = {}) =>
  world.store.write([ACCOUNT], async (tx) => tx.audit(outcome(more)))

const lastUsed = async (AccessKeyId = key) =>
  (await operate(world, 'GetAccessKeyLastUsed', { AccessKeyId })).AccessKeyLastUsed

const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 2000, interval: 5 })

describe('the last use', () => {
  test('of a key is where and with what it signed last', async () => {
    await record()
    await eventually(async () =>
      expect(await lastUsed()).toEqual({
        LastUsedDate: new Date(NOON),
        ServiceName: 's3',
        Region: 'eu-west-1',
      }),
    )
    await record({ eventSource: 'sts.amazonaws.com', at: NOON + 1 })
    await eventually(async () => expect((await lastUsed())?.ServiceName).toBe('sts'))
  })

  test('moves on a minute later, not before', async () => {
    await record()
    await eventually(async () => expect((await lastUsed())?.LastUsedDate).toEqual(new Date(NOON)))
    await record({ at: NOON + 59_999 })
    await record({ at: NOON + 60_000 })
    await eventually(async () =>
      expect((await lastUsed())?.LastUsedDate).toEqual(new Date(NOON + 60_000)),
    )
  })

  test('of a role is that of its sessions', async () => {
    const { Role } = await operate(world, 'CreateRole', {
      RoleName: 'Reader',
      AssumeRolePolicyDocument: accountTrust,
    })
    const session = { issuerArn: Role.Arn, issuerId: Role.RoleId, issuedAt: 0, mfa: false }
    await record({
      caller: { type: 'AssumedRole', accountId: ACCOUNT, accessKeyId: 'ASIAX', session },
    })
    await eventually(async () => {
      const shown = await operate(world, 'GetRole', { RoleName: 'Reader' })
      expect(shown.Role.RoleLastUsed).toEqual({
        LastUsedDate: new Date(NOON),
        Region: 'eu-west-1',
      })
    })
  })

  test('of what is gone is not kept', async () => {
    const before = [...world.store.dump()].length
    await record({ caller: { type: 'IAMUser', accountId: ACCOUNT, accessKeyId: 'AKIAGONE' } })
    await record()
    await eventually(async () => expect((await lastUsed())?.ServiceName).toBe('s3'))
    expect([...world.store.dump()]).toHaveLength(before + 1)
    await operate(world, 'DeleteAccessKey', { AccessKeyId: key })
    expect([...world.store.dump()]).toHaveLength(before - 1)
  })

  test('before a reset never was, and after it is noted again', async () => {
    const seeded = world.store.snapshot()
    await record()
    await eventually(async () => expect((await lastUsed())?.ServiceName).toBe('s3'))
    await world.store.restore(seeded)
    expect((await lastUsed())?.ServiceName).toBe('N/A')
    await eventually(async () => {
      await record({ eventSource: 'iam.amazonaws.com' })
      expect((await lastUsed())?.ServiceName).toBe('iam')
    })
  })
})
