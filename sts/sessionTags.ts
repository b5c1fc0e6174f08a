/** Session tags (IAM User Guide, "Passing session tags in STS"): what a session is tagged with, and what travels on. */
import type { Caller } from '#kernel/hops/caller.ts'
import { duplicateTagKeys, transitiveKeyConflicts, transitiveKeyNotTagged } from './errors.ts'

type Tags = Readonly<Record<string, string>>

export interface RequestedTags {
  readonly tags: Tags
  readonly transitiveKeys: readonly string[]
}

/** Tags that the calling session hands on, whether it wants to or not. */
export interface InheritedTags {
  readonly tags: Tags
  readonly keys: readonly string[]
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

export function inheritedTags({ tags, session }: Pick<Caller, 'tags' | 'session'>): InheritedTags {
  const keys = session?.transitiveTagKeys ?? []
  const handedOn = Object.entries(tags).filter(([key]) => keys.some(same(key)))
  return { tags: Object.fromEntries(handedOn), keys }
}

export const isTagged = (requested: RequestedTags, inherited: InheritedTags): boolean =>
  Object.keys(requested.tags).length > 0 || inherited.keys.length > 0

/** The role's own tags, under those inherited from the calling session, under those of this request. */
export function sessionTags(
  requested: RequestedTags,
  inherited: InheritedTags,
  roleTags: Tags,
): SessionTags {
  const conflicts = Object.keys(requested.tags).some((key) => inherited.keys.some(same(key)))
  if (conflicts) throw transitiveKeyConflicts()
  return {
    tags: overlay(roleTags, inherited.tags, requested.tags),
    transitiveTagKeys: [...inherited.keys, ...requested.transitiveKeys],
  }
}

function overlay(...layers: readonly Tags[]): Record<string, string> {
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
    ...Object.fromEntries(
      Object.entries(tags).map(([key, value]) => [`aws:RequestTag/${key}`, [value]]),
    ),
    'aws:TagKeys': keys,
    ...(transitiveKeys.length > 0 && { 'sts:TransitiveTagKeys': [...transitiveKeys] }),
  }
}
