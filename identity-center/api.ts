/** The names of Identity Center's operations, and what they are given that nobody else has. */
import { apiOf, operationsWith } from '#kernel/http/operation.ts'
import type { SsoOperations } from './model/sso.ts'
import type { SsoOidcOperations } from './model/ssoOidc.ts'
import type { Provisioning } from './provisioning/provisioning.ts'
import type { TrustedIdentityProvider } from './saml/trustedIdentityProvider.ts'

export interface IdentityCenterKeys {
  /** Where our pages are, without a slash at the end. */
  readonly portalUrl: () => string
  /** The company's identity provider, as its metadata says; read on first use. */
  readonly identityProvider: () => Promise<TrustedIdentityProvider>
  readonly provisioning: Provisioning
}

export const ssoOidc = apiOf<SsoOidcOperations>()

export const sso = apiOf<SsoOperations>()

export const operation = operationsWith<IdentityCenterKeys>()
