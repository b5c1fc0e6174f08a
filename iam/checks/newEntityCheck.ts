/** What is asked before something is created: its ARN to be. With tags, also whether it may be tagged. */
import type { Asking, AuthorizationCheck } from '#kernel/http/operation.ts'
import { type EntityType, entityArn } from '../entityArn.ts'
import { type ContextKeys, type KeyedInput, requestTags } from './contextKeys.ts'

interface NewEntity<I> {
  readonly type: EntityType
  readonly create: string
  /** Of what can be tagged. */
  readonly tag?: string | undefined
  readonly nameOf: (input: I) => string
}

type NewInput = KeyedInput & { readonly Path?: string | undefined }

export const newEntityCheck =
  <I extends NewInput>(
    { type, create, tag, nameOf }: NewEntity<I>,
    ...keys: readonly ContextKeys[]
  ) =>
  ({ input, caller }: Asking<I>): AuthorizationCheck[] => {
    const { Path: path = '/', Tags = [] } = input
    const resource = entityArn({ account: caller.accountId, type, path, name: nameOf(input) })
    const tags = requestTags(input, undefined)
    const context = Object.assign({}, tags, ...keys.map((key) => key(input, undefined)))
    const created = { action: create, resource, context }
    if (Tags.length === 0 || tag === undefined) return [created]
    return [created, { action: tag, resource, context: tags }]
  }
