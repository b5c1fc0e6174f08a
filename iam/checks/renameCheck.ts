/**
 * What is asked before a user or group gets another name or path: the permission on what it is, and on what it
 * is to be (API reference, UpdateUser and UpdateGroup: "both the source object and the target object").
 */
import type { Asking, AuthorizationCheck } from '#kernel/http/operation.ts'
import { entityArn, readEntityArn } from '../entityArn.ts'

type Check<I> = (asking: Asking<I>) => Promise<AuthorizationCheck[]>

interface NewName {
  readonly path: string | undefined
  readonly name: string | undefined
}

export const renameCheck =
  <C, I extends C>(check: Check<C>, newNameOf: (input: I) => NewName): Check<I> =>
  async (asking) => {
    const asked = await check(asking)
    const wanted = newNameOf(asking.input)
    const target = asked.map((source) => ({
      ...source,
      resource: renamed(source.resource, wanted),
    }))
    return asked[0]?.resource === target[0]?.resource ? asked : [...asked, ...target]
  }

function renamed(arn: string, { path, name }: NewName): string {
  const source = readEntityArn(arn)!
  return entityArn({ ...source, path: path ?? source.path, name: name ?? source.name })
}
