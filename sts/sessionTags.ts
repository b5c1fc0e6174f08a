/** Session tags (IAM User Guide, "Passing session tags in STS"): what a session is tagged with, and what travels on. */
import type { Caller } from '#kernel/hops/caller.ts'
import { duplicateTagKeys, transitiveKeyConflicts, transitiveKeyNotTagged } from './errors.ts'

export interface RequestedTags {
  readonly tags: Readonly<Record<string, string>>
  readonly transitiveKeys: readonly string[]
}

export interface SessionTags {
  readonly tags: Record<string, string>
  readonly transitiveTagKeys: string[]
}

const same = (a: string) => (b: string) => a.toLowerCase() === b.toLowerCase()

/** Keys ignore case: two that differ in it alone are one. */
export function requestedTags(
  tags: readonly { readonly Key: string; readonly Value: string }[] = [],
  transitiveKeys: readonly string[] = [],
): RequestedTags {
  const keys = new Set(tags.map(({ Key }) => Key.toLowerCase()))
  if (keys.size < tags.length) throw duplicateTagKeys()
  if (transitiveKeys.some((key) => !keys.has(key.toLowerCase()))) throw transitiveKeyNotTagged()
  return { tags: Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value])), transitiveKeys }
}

/** The role's own tags, under those inherited from the calling session, under those of this request. */
export function sessionTags(
  requested: RequestedTags,
  caller: Pick<Caller, 'tags' | 'session'>,
  roleTags: Readonly<Record<string, string>>,
): SessionTags {
  const inheritedKeys = caller.session?.transitiveTagKeys ?? []
  const conflicts = Object.keys(requested.tags).some((key) => inheritedKeys.some(same(key)))
  if (conflicts) throw transitiveKeyConflicts()
  const inherited = Object.entries(caller.tags).filter(([key]) => inheritedKeys.some(same(key)))
  return {
    tags: overlay(roleTags, Object.fromEntries(inherited), requested.tags),
    transitiveTagKeys: [...inheritedKeys, ...requested.transitiveKeys],
  }
}

function overlay(...layers: readonly Readonly<Record<string, string>>[]): Record<string, string> {
  const merged = new Map<string, [string, string]>()
  for (const layer of layers)
    for (const [key, value] of Object.entries(layer)) merged.set(key.toLowerCase(), [key, value])
  return Object.fromEntries(merged.values())
}

/** The condition keys of tags in a request. */
export function tagContext({ tags, transitiveKeys }: RequestedTags): Record<string, string[]> {
  const keys = Object.keys(tags)
  if (keys.length === 0) return {}
  return {
    ...Object.fromEntries(keys.map((key) => [`aws:RequestTag/${key}`, [tags[key]!]])),
    'aws:TagKeys': keys,
    ...(transitiveKeys.length > 0 && { 'sts:TransitiveTagKeys': [...transitiveKeys] }),
  }
}
