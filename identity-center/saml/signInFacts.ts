/** What is known here of an assertion that came in: which sign-in it could answer, whether it was used, whose it is. */
import type { VerifiedAssertion } from '#kernel/saml/verifyResponse.ts'
import type { Reader } from '#kernel/store/store.ts'
import {
  type Instance,
  type SignInRequest,
  scopeOf,
  secretKey,
  signInRequests,
  type User,
  usedAssertions,
  userIds,
  userNameKey,
  users,
} from '../state.ts'

export interface SignInFacts {
  /** The sign-in that this RelayState names; none where the identity provider began. */
  readonly begun: SignInRequest | undefined
  /** Hash of the cookie that came along. */
  readonly browser: string | undefined
  readonly isUsed: boolean
  /** The user of this NameID. */
  readonly user: User | undefined
}

export interface Arrival {
  readonly assertion: VerifiedAssertion
  readonly relayState: string | undefined
  readonly signInCookie: string | undefined
}

export async function signInFacts(
  reader: Reader,
  instance: Instance,
  { assertion, relayState, signInCookie }: Arrival,
): Promise<SignInFacts> {
  const scope = scopeOf(instance)
  const begun = relayState && (await reader.get(signInRequests, scope, secretKey(relayState)))
  const used = await reader.get(usedAssertions, scope, secretKey(assertion.assertionId))
  return {
    begun: begun ? begun.value : undefined,
    browser: signInCookie === undefined ? undefined : secretKey(signInCookie),
    isUsed: used !== undefined,
    user: await userNamed(reader, instance, assertion.nameId),
  }
}

/** No user name is longer. */
const longestName = 128

async function userNamed(
  reader: Reader,
  instance: Instance,
  userName: string,
): Promise<User | undefined> {
  if (userName.length > longestName) return undefined
  const id = await reader.get(userIds, scopeOf(instance), userNameKey(userName))
  return id && (await reader.get(users, scopeOf(instance), id.value))?.value
}
