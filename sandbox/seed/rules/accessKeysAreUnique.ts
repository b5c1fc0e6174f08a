/** A key id leads to one secret in the whole sandbox: requests name the key, not the account. */
import type { SeedAccount } from '../seed.ts'
import { seedProblem } from '../seedProblem.ts'
import { repeated } from './repeated.ts'
import type { Placed, SeedRule } from './seedRule.ts'

export const accessKeysAreUnique: SeedRule = ({ accounts }) =>
  repeated(accounts.flatMap((account, i) => keysOf(account, `accounts[${i}]`))).map(
    ({ path, first }) => seedProblem(path, 'duplicateAccessKey', { first }),
  )

function keysOf({ rootAccessKey, users = [] }: SeedAccount, at: string): Placed[] {
  const root = rootAccessKey
    ? [{ name: rootAccessKey.accessKeyId, path: `${at}.rootAccessKey.accessKeyId` }]
    : []
  const ofUsers = users.flatMap(({ accessKeys = [] }, j) =>
    accessKeys.map(({ accessKeyId }, k) => ({
      name: accessKeyId,
      path: `${at}.users[${j}].accessKeys[${k}].accessKeyId`,
    })),
  )
  return [...root, ...ofUsers]
}
