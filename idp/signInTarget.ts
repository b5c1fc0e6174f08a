/** For whom a person signs in: a registered service provider, and the request of it that is answered (SAML profiles 4.1.4.1). */
import { type AuthnRequest, readAuthnRequest } from '#kernel/saml/authnRequest.ts'
import { decodePost } from '#kernel/saml/postBinding.ts'
import { decodeRedirect } from '#kernel/saml/redirectBinding.ts'
import { SamlRefusal } from '#kernel/saml/SamlRefusal.ts'
import { badRequest, foreignAcs, otherDestination, unknownServiceProvider } from './errors.ts'
import type { Fields } from './fields.ts'
import { type IdpDeps, type ServiceProvider, ssoUrlOf } from './idpDeps.ts'

export interface SignInTarget {
  readonly sp: ServiceProvider
  /** None where the person began here, not at the service provider. */
  readonly request?: AuthnRequest | undefined
  readonly relayState?: string | undefined
  /** Fields from which the login form makes the same target again: nothing is kept here until somebody has signed in. */
  readonly carried: Readonly<Record<string, string>>
}

type Known = Pick<IdpDeps, 'baseUrl' | 'serviceProviders'>

/** SAML bindings 3.4.3 allow 80 bytes; several service providers send more. */
const maxRelayState = 1024

/** From a query (Redirect binding) or from a form (POST binding; the login form too). */
export async function signInTarget(
  idp: Known,
  from: Fields,
  binding: 'redirect' | 'post',
): Promise<SignInTarget> {
  const relayState = from.get('RelayState')
  if (relayState !== undefined && Buffer.byteLength(relayState) > maxRelayState)
    throw badRequest('the RelayState is too long')
  const carriedState: Record<string, string> =
    relayState === undefined ? {} : { RelayState: relayState }
  const entityId = from.get('sp')
  if (entityId !== undefined) {
    const [sp] = await known(idp, entityId)
    return { sp: sp!, relayState, carried: { sp: entityId, ...carriedState } }
  }
  // SIMPLIFICATION: AuthnRequests need no signature (Identity Center's have none); one on them is not looked at.
  const xml = decoded(from.get('SAMLRequest'), binding)
  const request = understood(() => readAuthnRequest(xml))
  return {
    sp: await registered(idp, request),
    request,
    relayState,
    carried: { SAMLRequest: xml.toString('base64'), ...carriedState },
  }
}

function decoded(value: string | undefined, binding: 'redirect' | 'post'): Buffer {
  if (value === undefined) throw badRequest('there is no SAMLRequest')
  return understood(() => (binding === 'redirect' ? decodeRedirect(value) : decodePost(value)))
}

function understood<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof SamlRefusal) throw badRequest(error.message)
    throw error
  }
}

/** INVARIANT: an answer goes to an address that is registered for this entity id, letter by letter, or nowhere. */
async function registered(
  idp: Known,
  { issuer, acsUrl, destination }: AuthnRequest,
): Promise<ServiceProvider> {
  const candidates = await known(idp, issuer)
  if (destination !== undefined && destination !== ssoUrlOf(idp))
    throw otherDestination(destination)
  if (acsUrl === undefined) return candidates[0]!
  const sp = candidates.find((each) => each.acsUrl === acsUrl)
  if (sp === undefined) throw foreignAcs(acsUrl)
  return sp
}

async function known(idp: Known, entityId: string): Promise<ServiceProvider[]> {
  const all = await idp.serviceProviders()
  const found = all.filter((each) => each.entityId === entityId)
  if (found.length === 0) throw unknownServiceProvider(entityId)
  return found
}
