/**
 * `Principal` and `NotPrincipal`: names without wildcards, compared with all that the caller is at
 * once: a role session is its session, its role and its account.
 */
import type { Caller } from '#kernel/hops/caller.ts'
import type { Reason } from '#kernel/hops/decision.ts'
import { isAccountPrincipal } from '../isAccountPrincipal.ts'
import type { ReasonKey } from '../reasonKeys.ts'
import { shown } from './shown.ts'

/**
 * How directly a resource policy names its caller, the weakest first. It decides which implicit denies
 * of the caller's side an Allow overrules within one account (combine/default.ts).
 */
export const GRANTS = ['account', 'role', 'user', 'session', 'everyone'] as const
export type Grant = (typeof GRANTS)[number]

export type PrincipalType = 'AWS' | 'Federated' | 'Service' | 'CanonicalUser'

export interface PrincipalElement {
  readonly negated: boolean
  readonly includesEveryone: boolean
  /** `AWS:arn:…`, `Service:…`: as `identities` names them. */
  readonly names: ReadonlySet<string>
  readonly wanted: string[]
}

/** One of the things that a caller is; several names where AWS knows it under several. */
export interface Identity {
  readonly grant: Grant
  readonly names: readonly string[]
}

export function compilePrincipals(
  values: readonly (readonly [PrincipalType, string])[],
  negated: boolean,
): PrincipalElement {
  return {
    negated,
    includesEveryone: values.some(([type, value]) => type === 'AWS' && value === '*'),
    names: new Set(values.map(([type, value]) => nameOf(type, value))),
    wanted: shown(values.map(([, value]) => value)),
  }
}

const ACCOUNT_ARN = /^arn:[a-z-]+:iam::(\d{12}):root$/

/** `"123456789012"` and `"arn:aws:iam::123456789012:root"` are the same: the account. */
function nameOf(type: PrincipalType, value: string): string {
  const account = type === 'AWS' ? ACCOUNT_ARN.exec(value)?.[1] : undefined
  return `${type}:${account ?? value}`
}

/** From the most particular to the account. */
export function identities(
  caller: Caller,
  canonicalUserId: string | undefined,
): readonly Identity[] {
  const own = ownIdentities(caller)
  if (!isAccountPrincipal(caller)) return own
  const names = [`AWS:${caller.accountId}`]
  if (canonicalUserId !== undefined) names.push(`CanonicalUser:${canonicalUserId}`)
  return [...own, { grant: 'account', names }]
}

function ownIdentities(caller: Caller): readonly Identity[] {
  const { arn, userId, session } = caller
  switch (caller.type) {
    case 'IAMUser':
      return [{ grant: 'user', names: [`AWS:${arn}`, `AWS:${userId}`] }]
    case 'AssumedRole':
      return [{ grant: 'session', names: [`AWS:${arn}`] }, roleIdentity(session)]
    // SIMPLIFICATION: in AWS also the user who made the session, whose boundary and session policy then hold.
    case 'FederatedUser':
      return [{ grant: 'session', names: [`AWS:${arn}`] }]
    case 'SAMLUser':
    case 'WebIdentityUser':
      return [{ grant: 'session', names: [`Federated:${session?.federatedProvider ?? arn}`] }]
    case 'AWSService':
      return [{ grant: 'session', names: [`Service:${arn}`] }]
    case 'Root':
    case 'Anonymous':
      return []
  }
}

/** Saved policies hold the role's unique id: a new role of the old name is somebody else. */
function roleIdentity(session: Caller['session']): Identity {
  const names = [session?.roleArn, session?.roleId].filter((name) => name !== undefined)
  return { grant: 'role', names: names.map((name) => `AWS:${name}`) }
}

/** What is asked of the caller; `hasBoundary` because `NotPrincipal` never spares one that has. */
export interface PrincipalQuestion {
  readonly arn: string
  /** From the most particular to the account; asked only by policies that name somebody. */
  readonly identities: () => readonly Identity[]
  readonly hasBoundary: boolean
}

export const matchesPrincipal = (
  element: PrincipalElement,
  question: PrincipalQuestion,
): boolean =>
  element.negated
    ? notPrincipal(element, question) !== 'principalExcluded'
    : grantOf(element, question) !== undefined

/** The same, and why. */
export function matchPrincipal(element: PrincipalElement, question: PrincipalQuestion): Reason {
  const matched = matchesPrincipal(element, question)
  const key = element.negated ? notPrincipal(element, question) : principal(element, question)
  return { element: 'principal', matched, key, wanted: element.wanted, got: [question.arn] }
}

function principal(element: PrincipalElement, question: PrincipalQuestion): ReasonKey {
  const grant = grantOf(element, question)
  return grant === undefined ? 'noPrincipalMatches' : REASONS[grant]
}

const REASONS: Readonly<Record<Grant, ReasonKey>> = {
  account: 'principalMatchesAccount',
  role: 'principalMatchesRole',
  user: 'principalMatches',
  session: 'principalMatches',
  everyone: 'principalMatchesEveryone',
}

/** The most direct name by which the caller is found; `NotPrincipal` names nobody. */
export function grantOf(
  element: PrincipalElement,
  { identities: own }: PrincipalQuestion,
): Grant | undefined {
  if (element.negated) return undefined
  if (element.includesEveryone) return 'everyone'
  return own().find((identity) => isNamed(element, identity))?.grant
}

function isNamed(element: PrincipalElement, identity: Identity): boolean {
  return identity.names.some((name) => element.names.has(name))
}

/**
 * Spared is only who is named with all that they are: AWS looks at the account, then the role, then
 * the session, and denies at the first that the list lacks. A boundary defeats it altogether.
 */
function notPrincipal(element: PrincipalElement, question: PrincipalQuestion): ReasonKey {
  if (element.includesEveryone) return 'principalExcluded'
  if (question.hasBoundary) return 'boundaryDefeatsNotPrincipal'
  const own = question.identities()
  const spared = own.length > 0 && own.every((identity) => isNamed(element, identity))
  return spared ? 'principalExcluded' : 'principalNotExcluded'
}
