/** Port roles: what STS must know of roles, providers and policies to make a session. Whether it may, `authorize` says. */
import type { Answer, Ask, Implementation } from '#kernel/hops/port.ts'
import type { roles as rolesPort } from '#kernel/hops/ports.ts'
import type { Reader } from '#kernel/store/store.ts'
import { managedPolicyDocument } from '../authorization/managedPolicyDocument.ts'
import { readEntityArn } from '../entityArn.ts'
import {
  invalidSessionPolicyArn,
  roleNotFound,
  samlProviderNotFound,
  sessionPolicyNotFound,
} from '../errors.ts'
import { roleByArn } from '../lookup/principalByArn.ts'
import type { PolicyCache } from '../policy/policyCache.ts'
import { nameKey, samlProviders, scopeOf } from '../state.ts'
import { tagRecord } from '../tagRecord.ts'

type Port = typeof rolesPort

export interface AskedForRoles {
  readonly store: Reader
  readonly policies: PolicyCache
}

export const rolesOwner = ({ store, policies }: AskedForRoles): Implementation<Port> => ({
  roleToAssume: async (ask) => ({ body: await roleToAssume(store, ask) }),
  samlProvider: async (ask) => ({ body: await samlProvider(store, ask) }),
  sessionPolicies: async (ask) => {
    await checkSessionPolicies(store, policies, ask)
    return { body: {} }
  },
})

async function roleToAssume(
  read: Reader,
  { roleArn }: Ask<Port, 'roleToAssume'>,
): Promise<Answer<Port, 'roleToAssume'>> {
  const role = await roleByArn(read, roleArn)
  if (role === undefined) throw roleNotFound(readEntityArn(roleArn)?.name ?? roleArn)
  const { arn, id, name, path, maxSessionDuration, tags } = role
  const accountId = readEntityArn(arn)!.account
  return { arn, roleId: id, name, path, accountId, maxSessionDuration, tags: tagRecord(tags) }
}

async function samlProvider(
  read: Reader,
  { arn }: Ask<Port, 'samlProvider'>,
): Promise<Answer<Port, 'samlProvider'>> {
  const named = readEntityArn(arn)
  if (named?.type !== 'saml-provider') throw samlProviderNotFound(arn)
  const found = await read.get(samlProviders, scopeOf(named.account), nameKey(named.name))
  if (found?.value.arn !== arn) throw samlProviderNotFound(arn)
  return { arn, accountId: named.account, metadata: found.value.metadata }
}

async function checkSessionPolicies(
  read: Reader,
  policies: PolicyCache,
  { accountId, policy, policyArns }: Ask<Port, 'sessionPolicies'>,
): Promise<void> {
  if (policy !== undefined) policies.policy(policy, 'session')
  for (const arn of policyArns) {
    const named = readEntityArn(arn)
    if (named?.type !== 'policy') throw invalidSessionPolicyArn(arn)
    const found = await managedPolicyDocument(read, accountId, arn)
    if (found === undefined) throw sessionPolicyNotFound(arn)
  }
}
