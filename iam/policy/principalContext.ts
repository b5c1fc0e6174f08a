/**
 * The condition keys that follow from who calls, when, and where accounts stand: a request cannot claim
 * them. Which principal has which key: "AWS global condition context keys" in the IAM user guide.
 */
import type { Caller, Session } from '#kernel/hops/caller.ts'
import { comparedName } from './comparedName.ts'
import type { EvaluationInput, OrganizationPlace } from './evaluationInput.ts'
import type { ContextEntry } from './requestContext.ts'

/** Keys that only this file may set; so are all of `aws:PrincipalTag/`. Lower case. */
const OWN_KEYS = new Set([
  'aws:calledvia',
  'aws:calledviafirst',
  'aws:calledvialast',
  'aws:currenttime',
  'aws:epochtime',
  'aws:federatedprovider',
  'aws:multifactorauthage',
  'aws:multifactorauthpresent',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalisawsservice',
  'aws:principalorgid',
  'aws:principalorgmasteraccountid',
  'aws:principalorgpaths',
  'aws:principalservicename',
  'aws:principalservicenameslist',
  'aws:principaltype',
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:resourceorgpaths',
  'aws:sourceidentity',
  'aws:tokenissuetime',
  'aws:userid',
  'aws:username',
  'aws:viaawsservice',
])

export function isPrincipalKey(name: string): boolean {
  const key = comparedName(name)
  return OWN_KEYS.has(key) || key.startsWith('aws:principaltag/')
}

export function principalContext(input: EvaluationInput): readonly ContextEntry[] {
  const { caller, now } = input
  return [
    // `saml:sub`, `identitystore:UserId` …: they live as long as the session.
    ...Object.entries(caller.session?.context ?? {}),
    ['aws:CurrentTime', [isoSeconds(now)]],
    ['aws:EpochTime', [String(Math.floor(now / 1000))]],
    ...resourceEntries(input),
    ...principalEntries(caller),
    ...organizationEntries('Principal', input.callerOrganization),
    ...viaEntries(caller),
    ...tagEntries(caller),
    ...sessionEntries(caller, now),
  ]
}

function resourceEntries(input: EvaluationInput): readonly ContextEntry[] {
  return [
    ...single('aws:ResourceAccount', input.resourceAccountId || undefined),
    ...organizationEntries('Resource', input.resourceOrganization),
  ]
}

/** `aws:PrincipalType` as AWS spells it. */
const PRINCIPAL_TYPES: Partial<Record<Caller['type'], string>> = {
  Root: 'Account',
  IAMUser: 'User',
  AssumedRole: 'AssumedRole',
  FederatedUser: 'FederatedUser',
}

function principalEntries(caller: Caller): readonly ContextEntry[] {
  if (caller.type === 'Anonymous') return ANONYMOUS
  if (caller.type === 'AWSService') return serviceEntries(caller.arn)
  if (isTokenBearer(caller)) return [['aws:PrincipalIsAWSService', ['false']]]
  return [
    ['aws:PrincipalIsAWSService', ['false']],
    ...single('aws:PrincipalType', PRINCIPAL_TYPES[caller.type]),
    ...single('aws:PrincipalAccount', caller.accountId || undefined),
    // Of a session it is the role's ARN, with its path; `aws:userid` tells sessions apart.
    ...single('aws:PrincipalArn', caller.session?.roleArn ?? caller.arn),
    ...single('aws:userid', caller.userId || undefined),
    // Role sessions have no user name, whatever they are called.
    ...single('aws:username', caller.type === 'IAMUser' ? caller.userName : undefined),
  ]
}

const ANONYMOUS: readonly ContextEntry[] = [
  ['aws:PrincipalType', ['Anonymous']],
  ['aws:PrincipalAccount', ['anonymous']],
  ['aws:userid', ['anonymous']],
]

/** Comes with an assertion or ID token to become a role: no principal of AWS yet. */
function isTokenBearer({ type }: Caller): boolean {
  return type === 'SAMLUser' || type === 'WebIdentityUser'
}

function serviceEntries(name: string): readonly ContextEntry[] {
  return [
    ['aws:PrincipalIsAWSService', ['true']],
    ['aws:PrincipalServiceName', [name]],
    ['aws:PrincipalServiceNamesList', [name]],
  ]
}

function organizationEntries(
  side: 'Principal' | 'Resource',
  place: OrganizationPlace | undefined,
): readonly ContextEntry[] {
  if (place === undefined) return []
  return [
    [`aws:${side}OrgID`, [place.id]],
    [`aws:${side}OrgPaths`, place.paths ?? []],
    ...(side === 'Principal'
      ? single('aws:PrincipalOrgMasterAccountId', place.masterAccountId)
      : []),
  ]
}

/** A service that uses the caller's own credentials, not one that acts through a role of its own. */
function viaEntries(caller: Caller): readonly ContextEntry[] {
  const { invokedBy } = caller
  const isVia = invokedBy !== undefined && caller.type !== 'AWSService' && !isServiceLinked(caller)
  if (!isVia) return [['aws:ViaAWSService', ['false']]]
  return [
    ['aws:ViaAWSService', ['true']],
    ['aws:CalledVia', [invokedBy]],
    ['aws:CalledViaFirst', [invokedBy]],
    ['aws:CalledViaLast', [invokedBy]],
  ]
}

export function isServiceLinked(caller: Caller): boolean {
  return caller.session?.roleArn?.includes(':role/aws-service-role/') ?? false
}

function tagEntries(caller: Caller): readonly ContextEntry[] {
  return Object.entries(caller.tags).map(([key, value]) => [`aws:PrincipalTag/${key}`, [value]])
}

function sessionEntries(caller: Caller, now: number): readonly ContextEntry[] {
  if (caller.session === undefined) return []
  const { sourceIdentity, federatedProvider } = caller.session
  return [
    ...(isTokenBearer(caller) ? [] : credentialEntries(caller.session, now)),
    ...single('aws:SourceIdentity', sourceIdentity),
    ...single('aws:FederatedProvider', federatedProvider),
  ]
}

/** Only temporary credentials have these: long-term keys know nothing of MFA, not even `false`. */
function credentialEntries({ issuedAt, mfaAt }: Session, now: number): readonly ContextEntry[] {
  const age = mfaAt === undefined ? undefined : secondsSince(mfaAt, now)
  return [
    ['aws:TokenIssueTime', [isoSeconds(issuedAt * 1000)]],
    ['aws:MultiFactorAuthPresent', [String(mfaAt !== undefined)]],
    ...single('aws:MultiFactorAuthAge', age),
  ]
}

function secondsSince(epochSeconds: number, now: number): string {
  return String(Math.max(0, Math.floor(now / 1000) - epochSeconds))
}

function single(name: string, value: string | undefined): readonly ContextEntry[] {
  return value === undefined ? [] : [[name, [value]]]
}

function isoSeconds(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}
