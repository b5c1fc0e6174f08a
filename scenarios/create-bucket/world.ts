/** Who does what in this scenario: the person, the browser, the command-line client, and what they hold so far. */

import type { Sandbox } from '#sandbox/sandbox.ts'
import { type Browser, createBrowser, type Page } from '#scenarios/engine/browser.ts'
import type { Home } from '#scenarios/engine/home.ts'
import type { Cast } from './cast.ts'

export interface World {
  readonly sandbox: Sandbox
  readonly browser: Browser
  readonly home: Home
  readonly cast: Cast
  readonly signal: AbortSignal | undefined
  /** Written by the steps, in this order. */
  client?: { readonly clientId: string; readonly clientSecret: string }
  device?: {
    readonly deviceCode: string
    readonly userCode: string
    readonly verificationUriComplete: string
    readonly interval: number
    readonly expiresIn: number
  }
  /** What the browser shows. */
  page?: Page
  accessToken?: { readonly value: string; readonly expiresIn: number }
  credentials?: {
    readonly accessKeyId: string
    readonly secretAccessKey: string
    readonly sessionToken: string
    readonly expiration: Date
  }
  /** The bucket request's signature, computed by another implementation. */
  signedAgain?: string
}

/** A person's browser: nobody is signed in there. */
export const newBrowser = (signal: AbortSignal | undefined): Browser =>
  createBrowser({ userAgent: 'Mozilla/5.0 (hopscope scenario)', language: 'en', signal })

/** A step that needs what an earlier one should have brought. */
export function brought<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`there is no ${what}: an earlier step failed`)
  return value
}
