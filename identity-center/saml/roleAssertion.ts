/** The portal as an identity provider towards STS: who the person is, and which role was assigned to them, signed. */
import type { Ids } from '#kernel/ids/ids.ts'
import { nameIdFormats } from '#kernel/saml/names.ts'
import { encodePost } from '#kernel/saml/postBinding.ts'
import { buildResponse } from '#kernel/saml/response.ts'
import { signResponse } from '#kernel/saml/sign.ts'
import { identityStoreArnOf, portalIssuerOf } from '../instance.ts'
import type { RoleInAccount } from '../provisioning/provisioning.ts'
import type { Instance, User } from '../state.ts'
import { awsAudience } from './awsAudience.ts'

/** STS wants it within five minutes of its issue. */
const lifetimeMs = 5 * 60_000

/** IAM User Guide, "Configure SAML assertions for the authentication response". */
const attributePrefix = 'https://aws.amazon.com/SAML/Attributes/'

/** [inf] STS honours these from Identity Center alone; they become `identitystore:UserId` and so on. */
const identityStorePrefix = `${attributePrefix}IdentityStore:`

export interface RoleAssertion {
  readonly instance: Instance
  readonly user: User
  readonly role: RoleInAccount
  readonly now: number
  readonly ids: Ids
}

/** A Response in base64, as STS takes it. */
export function encodedRoleAssertion({ instance, user, role, now, ids }: RoleAssertion): string {
  const xml = buildResponse({
    responseId: `_${ids.uuid()}`,
    assertionId: `_${ids.uuid()}`,
    issuer: portalIssuerOf(instance),
    issueInstant: now,
    recipient: awsAudience,
    audience: awsAudience,
    nameId: user.userName,
    nameIdFormat: nameIdFormats.persistent,
    notBefore: now,
    notOnOrAfter: now + lifetimeMs,
    authnInstant: now,
    attributes: {
      [`${attributePrefix}Role`]: [`${role.roleArn},${role.providerArn}`],
      [`${attributePrefix}RoleSessionName`]: [sessionNameOf(user)],
      [`${identityStorePrefix}UserId`]: [user.userId],
      [`${identityStorePrefix}IdentityStoreArn`]: [identityStoreArnOf(instance)],
    },
  })
  return encodePost(signResponse(xml, role.key, 'Assertion'))
}

/**
 * A session is named after its user. SIMPLIFICATION: where STS would not take the name (2 to 64 characters of
 * `[a-zA-Z_0-9+=,.@-]`), what does not fit becomes `_` and the rest is cut; what AWS does then is not known.
 */
export const sessionNameOf = ({ userName }: Pick<User, 'userName'>): string =>
  userName
    .replace(/[^a-zA-Z_0-9+=,.@-]/g, '_')
    .slice(0, 64)
    .padEnd(2, '_')
