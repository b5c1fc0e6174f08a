/** The ACL that a request asks for: canned, grant by grant in headers, or as a document; one way at a time. */
import * as errors from '../errors.ts'
import type { AccessControlPolicy, Grant, Type } from '../model/shapes.ts'
import { type AclSubject, cannedAcl, checkCannedAcl, type Owners } from './cannedAcl.ts'
import { type GranteeKind, granteeOf } from './grantee.ts'
import type { AclPermission, StoredAcl, StoredGrant } from './storedAcl.ts'

export interface AclOptions {
  readonly ACL?: string | undefined
  readonly GrantFullControl?: string | undefined
  readonly GrantRead?: string | undefined
  readonly GrantReadACP?: string | undefined
  readonly GrantWrite?: string | undefined
  readonly GrantWriteACP?: string | undefined
  readonly AccessControlPolicy?: AccessControlPolicy | undefined
}

/** "An ACL can have up to 100 grants." */
const MAX_GRANTS = 100

/** Everything that can be said without knowing whose the thing is. */
export function checkAclOptions(options: AclOptions, subject: AclSubject): void {
  const { ACL, AccessControlPolicy: document } = options
  checkCannedAcl(ACL, subject)
  const hasHeaders = hasHeaderGrants(options)
  if (hasHeaders && ACL !== undefined)
    throw errors.invalidRequest('Specifying both Canned ACLs and Header Grants is not allowed')
  if (document && (hasHeaders || ACL !== undefined)) throw errors.unexpectedContent()
  headerGrants(options)
  if (document) documentGrants(document)
}

/** Undefined where none is asked for. */
export function askedAcl(
  options: AclOptions,
  subject: AclSubject,
  owners: Owners,
): StoredAcl | undefined {
  const { ACL, AccessControlPolicy: document } = options
  if (ACL !== undefined) return cannedAcl(ACL, subject, owners)
  if (document) return documentAcl(document, owners)
  const grants = headerGrants(options)
  return grants.length > 0 ? grants : undefined
}

export const hasHeaderGrants = (options: AclOptions): boolean => headerTexts(options).length > 0

const headerTexts = (options: AclOptions): [AclPermission, string][] => {
  const all: [AclPermission, string | undefined][] = [
    ['FULL_CONTROL', options.GrantFullControl],
    ['READ', options.GrantRead],
    ['READ_ACP', options.GrantReadACP],
    ['WRITE', options.GrantWrite],
    ['WRITE_ACP', options.GrantWriteACP],
  ]
  return all.flatMap(([permission, text]) =>
    text === undefined ? [] : [[permission, text] as [AclPermission, string]],
  )
}

const headerGrants = (options: AclOptions): StoredGrant[] =>
  headerTexts(options).flatMap(([permission, text]) =>
    text.split(',').map((part) => ({ grantee: headerGrantee(part.trim()), permission })),
  )

/** `id="…"`, with or without quotes. */
function headerGrantee(text: string) {
  const [, kind, quoted, bare] = /^(id|uri|emailAddress)=(?:"([^"]*)"|([^"\s]+))$/.exec(text) ?? []
  if (kind === undefined)
    throw errors.invalidArgument('x-amz-grant', text, 'Argument format not recognized')
  return granteeOf(kind as GranteeKind, quoted ?? bare ?? '')
}

function documentGrants({ Grants = [] }: AccessControlPolicy): StoredGrant[] {
  if (Grants.length > MAX_GRANTS) throw errors.malformedAcl()
  return Grants.map(documentGrant)
}

const KINDS: Readonly<Record<Type, GranteeKind>> = {
  CanonicalUser: 'id',
  Group: 'uri',
  AmazonCustomerByEmail: 'emailAddress',
}

function documentGrant({ Grantee: grantee, Permission: permission }: Grant): StoredGrant {
  const kind = KINDS[grantee?.Type ?? 'CanonicalUser']
  const value = { id: grantee?.ID, uri: grantee?.URI, emailAddress: grantee?.EmailAddress }[kind]
  if (permission === undefined || value === undefined) throw errors.malformedAcl()
  return { grantee: granteeOf(kind, value), permission: permission as AclPermission }
}

/** Nobody gives what he owns to another one by naming him as its owner. */
function documentAcl(document: AccessControlPolicy, { owner }: Owners): StoredAcl {
  if (document.Owner?.ID === undefined) throw errors.malformedAcl()
  if (document.Owner.ID !== owner) throw errors.accessDenied()
  return documentGrants(document)
}
