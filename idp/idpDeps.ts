/** What the identity provider is given by whoever runs it. */
import type { Language } from '#i18n/language.ts'
import type { Clock } from '#kernel/clock/clock.ts'
import type { Ids } from '#kernel/ids/ids.ts'
import type { SigningIdentity } from '#kernel/saml/signingIdentity.ts'
import type { Store } from '#kernel/store/store.ts'
import type { WorkforceUser } from './state.ts'

/** Somebody who may ask who a person is, and the one address to which the answer may go. */
export interface ServiceProvider {
  readonly entityId: string
  readonly acsUrl: string
  /** For people; the entity id where there is none. */
  readonly name?: string | undefined
  /** What the assertion names as Recipient, where that is another address than the one that is posted to. */
  readonly recipient?: string | undefined
  /** Attributes of the assertion; name, email and groups by default. */
  readonly attributes?: ((user: WorkforceUser) => Record<string, readonly string[]>) | undefined
}

/** One try to sign in, for the audit. No password and no code; the name only if such a user exists. */
export interface SignInEvent {
  /** Milliseconds since the epoch, sandbox's clock. */
  readonly at: number
  readonly outcome: 'signedIn' | 'codeNeeded' | 'refused' | 'locked'
  readonly because?: SignInFailure | undefined
  readonly userName?: string | undefined
  readonly mfa: boolean
  readonly address: string
  readonly userAgent: string
  /** Entity id. */
  readonly serviceProvider: string
}

export type SignInFailure = 'credentials' | 'codeWrong' | 'codeStale' | 'codeUsed' | 'challenge'

export interface IdpDeps {
  readonly store: Store
  readonly clock: Clock
  readonly ids: Ids
  /** Without a slash at the end: `http://127.0.0.1:4570`. */
  readonly baseUrl: () => string
  readonly serviceProviders: () => readonly ServiceProvider[] | Promise<readonly ServiceProvider[]>
  /** Where the browser asks for none that we have; English by default. */
  readonly lang?: Language | undefined
  /** Who signs; asked for on first use. By default a key of its own that lives as long as this instance. */
  readonly signingIdentity?: (() => Promise<SigningIdentity>) | undefined
  readonly onSignIn?: ((event: SignInEvent) => void) | undefined
}

/** The same with the defaults filled in: what the routes get. */
export interface Idp extends Omit<IdpDeps, 'signingIdentity' | 'lang' | 'onSignIn'> {
  readonly lang: Language
  readonly signingIdentity: () => Promise<SigningIdentity>
  readonly onSignIn: (event: SignInEvent) => void
}

/** SAML's names for this identity provider follow from where it is reached. */
export const entityIdOf = ({ baseUrl }: Pick<IdpDeps, 'baseUrl'>): string => `${baseUrl()}/metadata`
export const ssoUrlOf = ({ baseUrl }: Pick<IdpDeps, 'baseUrl'>): string => `${baseUrl()}/saml/sso`
