/** The first key in the file: the one that `start` hands to whoever points a client at the sandbox. */
import type { AccessKey } from '../sandbox.ts'
import type { Seed } from './seed.ts'

export function firstKey({ accounts }: Seed): AccessKey | null {
  for (const { id: accountId, rootAccessKey, users = [] } of accounts) {
    const key = rootAccessKey ?? users.flatMap(({ accessKeys = [] }) => accessKeys)[0]
    if (key) return { accountId, ...key }
  }
  return null
}
