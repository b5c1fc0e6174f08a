/** What is asked before something is done to an instance profile. */
import type { Asking, AuthorizationCheck } from '#kernel/http/operation.ts'
import { entityArn } from '../entityArn.ts'
import { instanceProfiles, nameKey, scopeOf } from '../state.ts'
import { type ContextKeys, type KeyedInput, resourceTags } from './contextKeys.ts'

type ProfileInput = KeyedInput & { readonly InstanceProfileName: string }

export const instanceProfileCheck =
  (action: string, ...keys: readonly ContextKeys[]) =>
  async ({ input, caller, read }: Asking<ProfileInput>): Promise<AuthorizationCheck[]> => {
    const { accountId: account } = caller
    const { InstanceProfileName: name } = input
    const found = (await read.get(instanceProfiles, scopeOf(account), nameKey(name)))?.value
    const resource = found?.arn ?? entityArn({ account, type: 'instance-profile', path: '/', name })
    const more = keys.map((each) => each(input, undefined))
    return [{ action, resource, context: Object.assign(resourceTags(found?.tags), ...more) }]
  }
