/** A user of the seed, held to the same rules as one that is created by the API. */
import { makeUniqueId } from '#kernel/ids/uniqueId.ts'
import { managedPolicyDocument } from '../authorization/managedPolicyDocument.ts'
import { entityArn } from '../entityArn.ts'
import { parsePolicy } from '../policy/parsePolicy.ts'
import { type InlinePolicy, nameKey, scopeOf, users } from '../state.ts'
import { type SeedAccessKey, seedAccessKeys } from './seedAccessKeys.ts'
import type { Seeding } from './seedIam.ts'

export interface SeedUser {
  readonly name: string
  readonly policies?: readonly string[] | undefined
  readonly inlinePolicy?: object | undefined
  readonly permissionsBoundary?: string | undefined
  readonly tags?: Readonly<Record<string, string>> | undefined
  readonly accessKeys?: readonly SeedAccessKey[] | undefined
}

export async function seedUser(seeding: Seeding, seed: SeedUser): Promise<void> {
  const { tx, ids, now, account } = seeding
  const { name, policies = [], permissionsBoundary, tags = {}, accessKeys = [] } = seed
  const id = makeUniqueId('AIDA', ids)
  for (const arn of [...policies, ...(permissionsBoundary ? [permissionsBoundary] : [])])
    await requirePolicy(seeding, name, arn)
  await tx.put(users, scopeOf(account), nameKey(name), {
    id,
    name,
    path: '/',
    arn: entityArn({ account, type: 'user', path: '/', name }),
    createdAt: now,
    tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    inlinePolicies: inlinePolicies(seed),
    attachedPolicies: [...policies],
    permissionsBoundary,
    groups: [],
    accessKeyIds: await seedAccessKeys(seeding, accessKeys, { id, name }),
  })
}

async function requirePolicy({ tx, account }: Seeding, user: string, arn: string): Promise<void> {
  if ((await managedPolicyDocument(tx, account, arn)) === undefined)
    throw new Error(
      `the seed gives user ${user} of account ${account} the policy ${arn}, which does not exist`,
    )
}

/** [inf] The seed file gives it no name. */
const INLINE_NAME = 'inline'

function inlinePolicies({ inlinePolicy }: SeedUser): readonly InlinePolicy[] {
  if (inlinePolicy === undefined) return []
  const document = JSON.stringify(inlinePolicy)
  parsePolicy(document, 'identity')
  return [{ name: INLINE_NAME, document }]
}
