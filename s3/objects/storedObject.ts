/** An object's record, and beside it the use of the blob that holds its body: both in one commit. */
import type { Scope, Transaction } from '#kernel/store/store.ts'
import { blobUses, objects, type StoredObject } from '../state.ts'

export interface Replacement {
  readonly object: StoredObject
  /** What stood there, as this transaction read it. */
  readonly current: StoredObject | undefined
}

/** `at` is the object's `bucket/key`. */
export async function putStored(
  tx: Transaction,
  scope: Scope,
  at: string,
  { object, current }: Replacement,
): Promise<void> {
  const { body } = object
  if ('hash' in body) await tx.put(blobUses, scope, at, { hash: body.hash })
  else if (current && 'hash' in current.body) await tx.delete(blobUses, scope, at)
  await tx.put(objects, scope, at, object)
}

/** True if it was there. */
export async function deleteStored(tx: Transaction, scope: Scope, at: string): Promise<boolean> {
  const current = await tx.get(objects, scope, at)
  if (!current) return false
  if ('hash' in current.value.body) await tx.delete(blobUses, scope, at)
  return tx.delete(objects, scope, at)
}
