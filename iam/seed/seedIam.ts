/** IAM's part of the seed: accounts with their users and keys, and in each the role of Identity Center. */
import type { Ids } from '#kernel/ids/ids.ts'
import type { Transaction } from '#kernel/store/store.ts'
import { newServiceLinkedRole, sso } from '../serviceLinkedRole.ts'
import { accountKey, accounts, nameKey, roles, scopeOf } from '../state.ts'
import { checkGuardrails, type SeedGuardrail } from './checkGuardrails.ts'
import { type SeedAccessKey, seedAccessKeys } from './seedAccessKeys.ts'
import { type SeedUser, seedUser } from './seedUser.ts'

/** What is read of the seed file; its schema is the sandbox's. */
export interface IamSeed {
  readonly accounts: readonly SeedAccount[]
  readonly organization?: { readonly policies?: readonly SeedGuardrail[] | undefined } | undefined
}

export interface SeedAccount {
  readonly id: string
  readonly name: string
  readonly email?: string | undefined
  readonly canonicalUserId?: string | undefined
  readonly rootAccessKey?: SeedAccessKey | undefined
  readonly users?: readonly SeedUser[] | undefined
}

export interface Seeding {
  readonly tx: Transaction
  readonly ids: Ids
  readonly now: number
  readonly account: string
}

export async function seedIam(
  tx: Transaction,
  seed: IamSeed,
  { ids, now }: { readonly ids: Ids; readonly now: number },
): Promise<void> {
  checkGuardrails(seed.organization?.policies ?? [])
  for (const account of seed.accounts)
    await seedAccount({ tx, ids, now, account: account.id }, account)
}

async function seedAccount(seeding: Seeding, seed: SeedAccount): Promise<void> {
  const { tx, account, now } = seeding
  const { id, name, email, canonicalUserId, rootAccessKey, users = [] } = seed
  const rootKeys = rootAccessKey ? [rootAccessKey] : []
  const accessKeyIds = await seedAccessKeys(seeding, rootKeys, undefined)
  await tx.put(accounts, scopeOf(account), accountKey, {
    id,
    name,
    email,
    canonicalUserId,
    createdAt: now,
    accessKeyIds,
  })
  const linked = newServiceLinkedRole(sso, seeding)
  await tx.put(roles, scopeOf(account), nameKey(linked.name), linked)
  for (const user of users) await seedUser(seeding, user)
}
