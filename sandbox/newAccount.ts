/** A new account with an administrator, seeded like any other: what the control API hands to parallel tests. */
import { makeAccessKeyId } from '#kernel/ids/accessKeyId.ts'
import type { Ids } from '#kernel/ids/ids.ts'
import type { AccessKey, NewAccount } from './sandbox.ts'
import type { Seed } from './seed/seed.ts'
import { seedServices } from './seedServices.ts'
import type { Services } from './startServices.ts'

export async function newAccount(services: Services): Promise<NewAccount> {
  const key = newAccessKey(services.ids)
  await seedServices(services, accountSeed(key))
  return withBucketPrefix(key)
}

export const withBucketPrefix = (key: AccessKey): NewAccount => ({
  ...key,
  bucketPrefix: `${key.accountId}-`,
})

/** Of an account that nobody has: twelve digits by chance. */
export function newAccessKey(ids: Ids): AccessKey {
  const accountId = String(ids.bytes(6).readUIntBE(0, 6) % 1_000_000_000_000).padStart(12, '0')
  return {
    accountId,
    accessKeyId: makeAccessKeyId('AKIA', accountId, ids),
    secretAccessKey: ids.secretAccessKey(),
  }
}

export const accountSeed = ({ accountId, ...key }: AccessKey): Seed => ({
  accounts: [
    {
      id: accountId,
      name: `test-${accountId}`,
      users: [
        {
          name: 'admin',
          policies: ['arn:aws:iam::aws:policy/AdministratorAccess'],
          accessKeys: [key],
        },
      ],
    },
  ],
})
