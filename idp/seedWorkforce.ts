/** The people of the seed become users of the identity provider. */
import type { Transaction } from '#kernel/store/store.ts'
import { scope, userKey, users } from './state.ts'
import { base32Bytes } from './totp.ts'

export interface SeedPerson {
  readonly userName: string
  readonly password: string
  /** Base32. */
  readonly totpSecret?: string | undefined
  readonly givenName?: string | undefined
  readonly familyName?: string | undefined
  readonly groups?: readonly string[] | undefined
}

export async function seedWorkforce(tx: Transaction, people: readonly SeedPerson[]): Promise<void> {
  for (const person of people) {
    if (person.totpSecret !== undefined) base32Bytes(person.totpSecret)
    await tx.put(
      users,
      scope,
      userKey(person.userName),
      {
        userName: person.userName,
        givenName: person.givenName ?? '',
        familyName: person.familyName ?? '',
        password: { kind: 'initial', plain: person.password },
        totpSecret: person.totpSecret,
        groups: [...(person.groups ?? [])],
        enabled: true,
      },
      { ifVersion: null },
    )
  }
}
