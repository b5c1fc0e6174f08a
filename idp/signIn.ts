/** Hop 3: a person shows a password, and a one-time code where one is enrolled. Counted first, compared after, kept as a session. */
import { isDeepStrictEqual } from 'node:util'
import type { Transaction } from '#kernel/store/store.ts'
import type { IdpDeps, SignInFailure } from './idpDeps.ts'
import { checkPassword, type HashedPassword, type StoredPassword } from './passwords.ts'
import { type Attempt, type Permit, settleAttempt, takeAttempt } from './rateLimit.ts'
import { type OpenSession, openSession } from './session.ts'
import {
  challenges,
  scope,
  tokenKey,
  usedCodes,
  userKey,
  users,
  type WorkforceUser,
} from './state.ts'
import { checkCode } from './totp.ts'

export type SignInResult =
  | ({ readonly outcome: 'signedIn'; readonly token: string } & OpenSession)
  | { readonly outcome: 'codeNeeded'; readonly challenge: string; readonly user: WorkforceUser }
  | {
      readonly outcome: 'refused'
      readonly because: SignInFailure
      readonly triesLeft?: number | undefined
      readonly user?: WorkforceUser | undefined
      /** The password was right, so the next code alone is enough. */
      readonly challenge?: string | undefined
    }
  | { readonly outcome: 'locked'; readonly retryAfterMs: number }

type Deps = Pick<IdpDeps, 'store' | 'clock' | 'ids'>

export interface PasswordAttempt {
  readonly userName: string
  readonly password: string
  /** Where the client has it at hand already; else it is asked for in a second step. */
  readonly code?: string | undefined
  readonly address: string
}

export interface CodeStep {
  /** From the first step. */
  readonly challenge: string
  readonly code: string
  readonly address: string
}

const challengeMs = 5 * 60_000

/** One answer for a wrong password, an unknown user and a disabled one, at the same cost. */
export async function signInWithPassword(
  deps: Deps,
  { userName, password, code, address }: PasswordAttempt,
): Promise<SignInResult> {
  const { store, clock, ids } = deps
  const key = userKey(userName)
  const attempt: Attempt = { userName: key, address }
  const permit = await store.write([scope.account], (tx) => takeAttempt(tx, attempt, clock.now()))
  if (!permit.allowed) return { outcome: 'locked', retryAfterMs: permit.retryAfterMs }
  const stored = (await store.get(users, scope, key))?.value.password
  const { matches, rehashed } = await checkPassword(stored, password, ids.bytes(16))
  return store.write([scope.account], async (tx) => {
    const user = await keepHash(tx, key, stored, rehashed)
    if (!matches || user?.enabled !== true)
      return { outcome: 'refused', because: 'credentials', triesLeft: permit.triesLeft, user }
    const passed: PassedPassword = { tx, deps, user, attempt, permit }
    if (user.totpSecret === undefined) return signedIn(passed, 'password')
    if (code === undefined) return askForCode(passed)
    const result = await withCode(passed, user.totpSecret, code)
    if (result.outcome !== 'refused') return result
    return { ...result, challenge: await openChallenge(passed) }
  })
}

export async function signInWithCode(
  deps: Deps,
  { challenge, code, address }: CodeStep,
): Promise<SignInResult> {
  const { store, clock } = deps
  return store.write([scope.account], async (tx) => {
    const open = await tx.get(challenges, scope, tokenKey(challenge))
    const user = open && (await tx.get(users, scope, open.value.user))?.value
    if (user?.enabled !== true || user.totpSecret === undefined)
      return { outcome: 'refused', because: 'challenge' }
    const attempt: Attempt = { userName: userKey(user.userName), address }
    const permit = await takeAttempt(tx, attempt, clock.now())
    if (!permit.allowed) return { outcome: 'locked', retryAfterMs: permit.retryAfterMs }
    const result = await withCode({ tx, deps, user, attempt, permit }, user.totpSecret, code)
    if (result.outcome === 'signedIn') await tx.delete(challenges, scope, tokenKey(challenge))
    return result
  })
}

interface PassedPassword {
  readonly tx: Transaction
  readonly deps: Deps
  readonly user: WorkforceUser
  readonly attempt: Attempt
  readonly permit: Permit & { readonly allowed: true }
}

/** The user as of now; the seed's password gives way to its hash unless somebody changed it meanwhile. */
async function keepHash(
  tx: Transaction,
  key: string,
  stored: StoredPassword | undefined,
  rehashed: HashedPassword | undefined,
): Promise<WorkforceUser | undefined> {
  const user = (await tx.get(users, scope, key))?.value
  if (user === undefined || rehashed === undefined) return user
  if (!isDeepStrictEqual(user.password, stored)) return user
  const hashed = { ...user, password: rehashed }
  await tx.put(users, scope, key, hashed)
  return hashed
}

async function askForCode(passed: PassedPassword): Promise<SignInResult> {
  const { tx, deps, user, attempt } = passed
  await settleAttempt(tx, attempt, 'refund', deps.clock.now())
  return { outcome: 'codeNeeded', challenge: await openChallenge(passed), user }
}

async function openChallenge({ tx, deps, attempt }: PassedPassword): Promise<string> {
  const challenge = deps.ids.bytes(32).toString('base64url')
  const expiresAt = deps.clock.now() + challengeMs
  await tx.put(challenges, scope, tokenKey(challenge), { user: attempt.userName }, { expiresAt })
  return challenge
}

const codeFailures = { wrong: 'codeWrong', stale: 'codeStale', used: 'codeUsed' } as const

async function withCode(
  passed: PassedPassword,
  secret: string,
  code: string,
): Promise<SignInResult> {
  const { tx, deps, user, attempt, permit } = passed
  const lastStep = (await tx.get(usedCodes, scope, attempt.userName))?.value ?? 0
  const check = checkCode({
    code: code.replace(/[\s-]/g, ''),
    secret,
    now: deps.clock.now(),
    lastStep,
  })
  if (check.result !== 'accepted')
    return {
      outcome: 'refused',
      because: codeFailures[check.result],
      triesLeft: permit.triesLeft,
      user,
    }
  await tx.put(usedCodes, scope, attempt.userName, check.step)
  return signedIn(passed, 'passwordAndCode')
}

async function signedIn(
  { tx, deps, user, attempt }: PassedPassword,
  shown: 'password' | 'passwordAndCode',
): Promise<SignInResult> {
  const now = deps.clock.now()
  await settleAttempt(tx, attempt, 'forget', now)
  const mfa = shown === 'passwordAndCode'
  const opened = await openSession(tx, { user: attempt.userName, mfa, now, ids: deps.ids })
  return { outcome: 'signedIn', ...opened, user }
}
