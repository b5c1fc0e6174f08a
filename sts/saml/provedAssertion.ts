/** What STS reads of a verified assertion: the facts that decide, and those that become part of the session. */
import { createHash } from 'node:crypto'
import type { VerifiedAssertion } from '#kernel/saml/verifyResponse.ts'
import { invalidIdentityToken } from '../errors.ts'
import type { RequestedTags } from '../sessionTags.ts'
import { attributeNames, identityStorePrefix } from './attributeNames.ts'

export interface ProvedAssertion {
  readonly assertion: VerifiedAssertion
  readonly providerArn: string
  /** `role ARN,provider ARN` pairs, in either order on the wire. */
  readonly roles: readonly { readonly roleArn: string; readonly providerArn: string }[]
  readonly sessionName: string
  readonly sourceIdentity: string | undefined
  readonly requested: RequestedTags
  readonly subject: { readonly type: string; readonly nameQualifier: string }
  /** Condition keys of the session: `saml:aud`, `saml:sub` … */
  readonly context: Record<string, string[]>
}

const sessionNameForm = /^[a-zA-Z_0-9+=,.@-]{2,64}$/

export function provedAssertion(
  assertion: VerifiedAssertion,
  provider: { readonly arn: string; readonly accountId: string },
): ProvedAssertion {
  const subject = subjectOf(assertion, provider)
  return {
    assertion,
    providerArn: provider.arn,
    roles: rolesIn(assertion),
    sessionName: sessionNameOf(assertion),
    sourceIdentity: sourceIdentityOf(assertion),
    requested: tagsIn(assertion),
    subject,
    context: contextOf(assertion, provider, subject),
  }
}

const valuesOf = ({ attributes }: VerifiedAssertion, name: string): readonly string[] =>
  attributes.get(name) ?? []

function rolesIn(assertion: VerifiedAssertion): ProvedAssertion['roles'] {
  return valuesOf(assertion, attributeNames.role).map((pair) => {
    const parts = pair.split(',').map((part) => part.trim())
    const isProvider = (arn: string) => arn.includes(':saml-provider/')
    return {
      roleArn: parts.find((part) => !isProvider(part)) ?? '',
      providerArn: parts.find(isProvider) ?? '',
    }
  })
}

function sessionNameOf(assertion: VerifiedAssertion): string {
  const names = valuesOf(assertion, attributeNames.roleSessionName)
  const name = names[0]
  if (name === undefined) throw invalidIdentityToken('RoleSessionName is required in AuthnResponse')
  if (names.length > 1 || !sessionNameForm.test(name))
    throw invalidIdentityToken(
      'RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}',
    )
  return name
}

function sourceIdentityOf(assertion: VerifiedAssertion): string | undefined {
  const [identity] = valuesOf(assertion, attributeNames.sourceIdentity)
  if (identity === undefined) return undefined
  if (!sessionNameForm.test(identity) || identity.startsWith('aws:'))
    throw invalidIdentityToken(
      'Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:"',
    )
  return identity
}

function tagsIn(assertion: VerifiedAssertion): RequestedTags {
  const tags: [string, string][] = []
  for (const [name, values] of assertion.attributes)
    if (name.startsWith(attributeNames.principalTagPrefix))
      tags.push([name.slice(attributeNames.principalTagPrefix.length), values[0] ?? ''])
  return {
    tags: Object.fromEntries(tags),
    transitiveKeys: valuesOf(assertion, attributeNames.transitiveTagKeys),
  }
}

const formatPrefix = 'urn:oasis:names:tc:SAML:2.0:nameid-format:'

/** NameQualifier = BASE64(SHA1(issuer + account + "/" + provider name)): AssumeRoleWithSAML, response elements. */
function subjectOf(
  assertion: VerifiedAssertion,
  provider: { readonly arn: string; readonly accountId: string },
): ProvedAssertion['subject'] {
  const { nameIdFormat, issuer } = assertion
  const name = provider.arn.slice(provider.arn.lastIndexOf('/') + 1)
  return {
    type: nameIdFormat.startsWith(formatPrefix)
      ? nameIdFormat.slice(formatPrefix.length)
      : nameIdFormat,
    nameQualifier: createHash('sha1')
      .update(`${issuer}${provider.accountId}/${name}`)
      .digest('base64'),
  }
}

function contextOf(
  assertion: VerifiedAssertion,
  provider: { readonly arn: string; readonly accountId: string },
  subject: ProvedAssertion['subject'],
): Record<string, string[]> {
  const name = provider.arn.slice(provider.arn.lastIndexOf('/') + 1)
  return {
    'saml:aud': [assertion.recipient],
    'saml:iss': [assertion.issuer],
    'saml:sub': [assertion.nameId],
    'saml:sub_type': [subject.type],
    'saml:namequalifier': [subject.nameQualifier],
    'saml:doc': [`${provider.accountId}/${name}`],
  }
}

/**
 * `identitystore:…` keys: Identity Center states them in its own assertions. They are honoured from it alone:
 * an assertion of any other provider could otherwise claim to be somebody of the identity store.
 */
export function identityStoreContext(assertion: VerifiedAssertion): Record<string, string[]> {
  const found: [string, string[]][] = []
  for (const [name, values] of assertion.attributes)
    if (name.startsWith(identityStorePrefix))
      found.push([`identitystore:${name.slice(identityStorePrefix.length)}`, [...values]])
  return Object.fromEntries(found)
}
