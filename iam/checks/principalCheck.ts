/** What is asked before something is done to a user, group or role: its ARN, its tags, and the keys of the action. */
import type { Asking, AuthorizationCheck } from '#kernel/http/operation.ts'
import { entityArn, rootArn } from '../entityArn.ts'
import { ownUserName } from '../lookup/existingUser.ts'
import { groups, nameKey, type Principal, roles, scopeOf, users } from '../state.ts'
import { type ContextKeys, type KeyedInput, principalTags } from './contextKeys.ts'

type RoleInput = KeyedInput & { readonly RoleName: string }
type GroupInput = KeyedInput & { readonly GroupName: string }
type UserInput = KeyedInput & { readonly UserName?: string | undefined }

export const roleCheck =
  (action: string, ...keys: readonly ContextKeys[]) =>
  async ({ input, caller, read }: Asking<RoleInput>): Promise<AuthorizationCheck[]> => {
    const { accountId: account } = caller
    const found = await read.get(roles, scopeOf(account), nameKey(input.RoleName))
    const named = { account, type: 'role', path: '/', name: input.RoleName } as const
    const resource = found?.value.arn ?? entityArn(named)
    return [{ action, resource, context: contextOf(input, found?.value, keys) }]
  }

/** Groups have no tags. */
export const groupCheck =
  (action: string, ...keys: readonly ContextKeys[]) =>
  async ({ input, caller, read }: Asking<GroupInput>): Promise<AuthorizationCheck[]> => {
    const { accountId: account } = caller
    const found = await read.get(groups, scopeOf(account), nameKey(input.GroupName))
    const named = { account, type: 'group', path: '/', name: input.GroupName } as const
    const resource = found?.value.arn ?? entityArn(named)
    return [{ action, resource, context: contextOf(input, undefined, keys) }]
  }

/** Without a name: the caller, the root user included. */
export const userCheck =
  (action: string, ...keys: readonly ContextKeys[]) =>
  async ({ input, caller, read }: Asking<UserInput>): Promise<AuthorizationCheck[]> => {
    const { accountId: account } = caller
    if (input.UserName === undefined && caller.type === 'Root')
      return [{ action, resource: rootArn(account) }]
    const name = input.UserName ?? ownUserName(caller)
    const found = await read.get(users, scopeOf(account), nameKey(name))
    const resource = found?.value.arn ?? entityArn({ account, type: 'user', path: '/', name })
    return [{ action, resource, context: contextOf(input, found?.value, keys) }]
  }

const contextOf = (
  input: KeyedInput,
  principal: Principal | undefined,
  keys: readonly ContextKeys[],
) => Object.assign(principalTags(principal?.tags), ...keys.map((each) => each(input, principal)))
