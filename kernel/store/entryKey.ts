/** Where an entry stands in the tree: collection, account, region and key in one text that sorts as they do. */
import { sortKey } from './codePointOrder.ts'
import { InvalidKey } from './errors.ts'
import type { Collection, Scope } from './store.ts'

/** Below all that the first three parts hold, so no part of one partition can reach into another. */
const SEPARATOR = '\u0001'

const NUL_OR_HALF_PAIR = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

export function partitionKey(collection: Collection<unknown>, scope: Scope): string {
  const { name } = collection
  const { account, region } = scope
  if (hasSeparator(name) || hasSeparator(account) || hasSeparator(region)) {
    throw new Error('INVARIANT: a collection, account or region holds a control character')
  }
  return name + SEPARATOR + account + SEPARATOR + region + SEPARATOR
}

/** Reads take any key: one that no put accepts simply is not there. */
export const entryKey = (collection: Collection<unknown>, scope: Scope, key: string): string =>
  partitionKey(collection, scope) + sortKey(key)

/** NUL ends a text early in some databases; half a surrogate pair has no UTF-8, so two keys would become one. */
export function checkKey(collection: Collection<unknown>, key: string): void {
  if (NUL_OR_HALF_PAIR.test(key)) throw new InvalidKey(collection.name)
}

/** The inverse of `partitionKey`, from the place of any entry in it. */
export function partitionOf(entryPlace: string): { collection: string; scope: Scope } {
  const [collection = '', account = '', region = ''] = entryPlace.split(SEPARATOR, 3)
  return { collection, scope: { account, region } }
}

const hasSeparator = (text: string): boolean => text.includes(SEPARATOR)
