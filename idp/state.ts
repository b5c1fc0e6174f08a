/** What the identity provider remembers. It belongs to no AWS account, so all of it lives in the global scope. */
import { createHash } from 'node:crypto'
import { defineCollection, type Scope } from '#kernel/store/store.ts'
import type { StoredPassword } from './passwords.ts'

export const scope: Scope = { account: '', region: '' }

export interface WorkforceUser {
  /** As written in the seed; sent as NameID. */
  readonly userName: string
  readonly givenName: string
  readonly familyName: string
  readonly password: StoredPassword
  /** Base32, as authenticator apps take it. */
  readonly totpSecret?: string | undefined
  readonly groups: readonly string[]
  readonly enabled: boolean
}

/** By `userKey`. */
export const users = defineCollection<WorkforceUser>('idp.users')

/** People do not care for capitals in their email. */
export const userKey = (userName: string): string => userName.normalize('NFC').toLowerCase()

export interface Session {
  readonly user: string
  /** Milliseconds since the epoch. */
  readonly authnInstant: number
  readonly endsAt: number
  /** A one-time code was given too. */
  readonly mfa: boolean
  /** SAML's SessionIndex: names the session to others without opening it. */
  readonly index: string
}

/** By `tokenKey`. */
export const sessions = defineCollection<Session>('idp.sessions')

/** The password was right; the code is still to come. */
export interface Challenge {
  readonly user: string
}

/** By `tokenKey`. */
export const challenges = defineCollection<Challenge>('idp.challenges')

/** The 30-second step of the last code that was accepted, by `userKey`: no code works twice (RFC 6238 5.2). */
export const usedCodes = defineCollection<number>('idp.used-codes', { movesOnRefusal: true })

export interface Attempts {
  readonly count: number
  /** Milliseconds since the epoch; 0 while open. */
  readonly lockedUntil: number
}

/** By `user/…` and `address/…`. */
export const attempts = defineCollection<Attempts>('idp.attempts', { movesOnRefusal: true })

/** One entry, `current`: base64. */
export const csrfKeys = defineCollection<string>('idp.csrf-keys')

/** Bearer tokens are kept as hashes: who reads the store cannot use them. */
export const tokenKey = (token: string): string => createHash('sha256').update(token).digest('hex')
