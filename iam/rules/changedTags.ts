/** Tags added to those that stand, and taken from them: a key is the same in any case (IAM User Guide, "Rules for tagging"). */
import { quotaExceeded } from '../errors.ts'
import type { Tag } from '../model/shapes.ts'
import { quotas } from '../quotas.ts'
import type { Tags } from '../state.ts'
import { checkedTags } from './checkedTags.ts'

/** [K] `TagsPerUser` and so on: how a refusal names the quota. */
export type TagQuota =
  | 'TagsPerUser'
  | 'TagsPerRole'
  | 'TagsPerPolicy'
  | 'TagsPerInstanceProfile'
  | 'TagsPerSAMLProvider'

const keyOf = ({ Key }: Tag): string => Key.toLowerCase()

/** One of the same key is replaced, and its key is then written as the new one's. */
export function withTags(standing: Tags, added: readonly Tag[], quota: TagQuota): Tags {
  const all = new Map([...standing, ...checkedTags(added)].map((tag) => [keyOf(tag), tag]))
  if (all.size > quotas.tags) throw quotaExceeded(quota, quotas.tags)
  return [...all.values()]
}

/** A key that no tag has is no error. */
export function withoutTags(standing: Tags, keys: readonly string[]): Tags {
  const gone = new Set(keys.map((key) => key.toLowerCase()))
  return standing.filter((tag) => !gone.has(keyOf(tag)))
}
