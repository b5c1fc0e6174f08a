/** Passwords at rest: scrypt (RFC 7914), salted. A seed's password is hashed at the first attempt, because hashing costs 100 ms. */
import { createHash, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** As the seed gave it: nobody has tried to sign in yet. */
export interface InitialPassword {
  readonly kind: 'initial'
  readonly plain: string
}

/** Both in base64. */
export interface HashedPassword {
  readonly kind: 'scrypt'
  readonly salt: string
  readonly hash: string
}

export type StoredPassword = InitialPassword | HashedPassword

/** One of OWASP's equivalent settings; this one takes 16 MiB, so that several can run at once. */
const cost = { N: 2 ** 14, r: 8, p: 5 } as const
const hashBytes = 32

const derive = promisify<string, Buffer, number, typeof cost, Buffer>(scrypt)

/** `salt` is 16 random bytes. */
export async function hashPassword(plain: string, salt: Buffer): Promise<HashedPassword> {
  const hash = await derive(plain, salt, hashBytes, cost)
  return { kind: 'scrypt', salt: salt.toString('base64'), hash: hash.toString('base64') }
}

/** Nobody's password: what is compared where there is no such user. */
const nobody: HashedPassword = {
  kind: 'scrypt',
  salt: Buffer.alloc(16).toString('base64'),
  hash: Buffer.alloc(hashBytes).toString('base64'),
}

export interface PasswordCheck {
  readonly matches: boolean
  /** What to store from now on, where the stored password was still the seed's. */
  readonly rehashed?: HashedPassword | undefined
}

/**
 * Every path costs exactly one scrypt, so that the time taken does not tell whether the user exists
 * or has ever signed in.
 */
export async function checkPassword(
  stored: StoredPassword | undefined,
  given: string,
  salt: Buffer,
): Promise<PasswordCheck> {
  if (stored?.kind === 'initial')
    return {
      matches: isSame(digest(stored.plain), digest(given)),
      rehashed: await hashPassword(stored.plain, salt),
    }
  const { salt: storedSalt, hash } = stored ?? nobody
  const derived = await derive(given, Buffer.from(storedSalt, 'base64'), hashBytes, cost)
  return { matches: isSame(derived, Buffer.from(hash, 'base64')) && stored !== undefined }
}

const digest = (text: string) => createHash('sha256').update(text).digest()

const isSame = (a: Buffer, b: Buffer) => a.length === b.length && timingSafeEqual(a, b)
