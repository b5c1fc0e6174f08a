/** Hop 4: the signed statement of who the person is, on its way back through the browser (SAML profiles 4.1.4.5). */
import { authnContexts, nameIdFormats } from '#kernel/saml/names.ts'
import { encodePost } from '#kernel/saml/postBinding.ts'
import { buildResponse } from '#kernel/saml/response.ts'
import { signResponse } from '#kernel/saml/sign.ts'
import { buildStatusResponse, type StatusClaims } from '#kernel/saml/statusResponse.ts'
import type { RenderedPage } from '#web/partyPage.ts'
import { entityIdOf, type Idp } from './idpDeps.ts'
import { respondPage } from './pages/respond.ts'
import type { OpenSession } from './session.ts'
import type { SignInTarget } from './signInTarget.ts'
import type { WorkforceUser } from './state.ts'
import type { Visit } from './visit.ts'

/** How long a service provider may take to be given the statement. STS wants it within five minutes too. */
const lifetimeMs = 5 * 60_000

/** Identity Center takes a user name for an email address; no other kind of name is issued. */
const servedFormats: readonly (string | undefined)[] = [
  undefined,
  nameIdFormats.emailAddress,
  nameIdFormats.unspecified,
]

export async function respond(
  idp: Idp,
  visited: Pick<Visit, 'lang' | 'explain'>,
  target: SignInTarget,
  open: OpenSession,
): Promise<RenderedPage> {
  if (!servedFormats.includes(target.request?.nameIdFormat))
    return respondStatus(idp, visited, target, 'invalidNameIdPolicy')
  const claims = claimsFor(idp, target, open)
  const signed = signResponse(buildResponse(claims), await idp.signingIdentity(), 'Assertion')
  visited.explain('saml-response', { says: 'signedIn', signed: 'Assertion', ...claims })
  return page(visited.lang, target, signed, 'signedIn')
}

/** The request cannot be answered with a name; the service provider is told why. */
export async function respondStatus(
  idp: Idp,
  { lang, explain }: Pick<Visit, 'lang' | 'explain'>,
  target: SignInTarget,
  status: StatusClaims['status'],
): Promise<RenderedPage> {
  const claims: StatusClaims = {
    responseId: samlId(idp),
    issuer: entityIdOf(idp),
    issueInstant: idp.clock.now(),
    recipient: recipientOf(target),
    inResponseTo: target.request?.id,
    status,
  }
  const xml = buildStatusResponse(claims)
  const signed = signResponse(xml, await idp.signingIdentity(), 'Response')
  explain('saml-response', { says: 'status', signed: 'Response', ...claims })
  return page(lang, target, signed, 'status')
}

function claimsFor(idp: Idp, target: SignInTarget, { session, user }: OpenSession) {
  const now = idp.clock.now()
  return {
    responseId: samlId(idp),
    assertionId: samlId(idp),
    issuer: entityIdOf(idp),
    issueInstant: now,
    recipient: recipientOf(target),
    inResponseTo: target.request?.id,
    audience: target.sp.entityId,
    nameId: user.userName,
    notBefore: now,
    notOnOrAfter: now + lifetimeMs,
    authnInstant: session.authnInstant,
    authnContext: session.mfa ? authnContexts.oneTimeCode : authnContexts.password,
    sessionIndex: session.index,
    sessionNotOnOrAfter: session.endsAt,
    attributes: (target.sp.attributes ?? profile)(user),
  }
}

function profile(user: WorkforceUser): Record<string, readonly string[]> {
  return {
    email: [user.userName],
    givenName: user.givenName === '' ? [] : [user.givenName],
    familyName: user.familyName === '' ? [] : [user.familyName],
    groups: user.groups,
  }
}

/** SAML core 1.3.4: an ID nobody can guess; it may not begin with a digit. */
const samlId = ({ ids }: Idp) => `_${ids.hex(40)}`

const recipientOf = ({ sp }: SignInTarget) => sp.recipient ?? sp.acsUrl

function page(
  lang: Visit['lang'],
  { sp, relayState }: SignInTarget,
  xml: string,
  says: 'signedIn' | 'status',
): RenderedPage {
  return respondPage({
    lang,
    says,
    serviceProvider: sp.name ?? sp.entityId,
    acsUrl: sp.acsUrl,
    samlResponse: encodePost(xml),
    relayState,
  })
}
