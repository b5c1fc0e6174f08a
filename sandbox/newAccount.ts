/** A new account with an administrator, seeded like any other: what the control API hands to parallel tests. */

import { makeAccessKeyId } from '#kernel/ids/accessKeyId.ts'
import type { AccessKey } from './sandbox.ts'
import type { Seed } from './seed/seed.ts'
import { seedServices } from './seedServices.ts'
import type { Services } from './startServices.ts'

export async function newAccount(services: Services): Promise<AccessKey> {
  const { ids } = services
  const accountId = String(ids.bytes(6).readUIntBE(0, 6) % 1_000_000_000_000).padStart(12, '0')
  const key = {
    accessKeyId: makeAccessKeyId('AKIA', accountId, ids),
    secretAccessKey: ids.secretAccessKey(),
  }
  await seedServices(services, accountSeed(accountId, key))
  return { accountId, ...key }
}

const accountSeed = (id: string, key: { accessKeyId: string; secretAccessKey: string }): Seed => ({
  accounts: [
    {
      id,
      name: `test-${id}`,
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
