/**
 * Users and roles in the policies of resources: who they are is settled when the policy is written. One that is
 * renamed later is shown and found by its new ARN; one that is deleted leaves its unique id behind, so that a new
 * one of the same name is not trusted (IAM User Guide, "AWS JSON policy elements: Principal"). Trust policies are
 * settled here, and the policies of other resources can be.
 */
import type { Reader } from '#kernel/store/store.ts'
import { readRoleSessionArn } from './entityArn.ts'
import { roleByArn, userByArn } from './lookup/principalByArn.ts'
import { userOnceAt } from './lookup/userOnceAt.ts'
import { malformedPolicy } from './policy/parse/malformedPolicy.ts'
import { parsePolicyJson } from './policy/parse/parsePolicyJson.ts'
import { readPolicy } from './policy/parse/readPolicy.ts'
import type { PolicyKind } from './policy/policy.ts'
import {
  nameKey,
  type Principal,
  roles,
  type SettledPolicy,
  type SettledPrincipal,
  scopeOf,
  users,
} from './state.ts'

interface Settling {
  readonly read: Reader
  /** Whose resource it is. */
  readonly account: string
  readonly kind: PolicyKind & ('trust' | 'resource')
}

/** Throws `MalformedPolicyDocument` where the policy names a user or role that is not there. */
export async function settledPolicy(document: string, settling: Settling): Promise<SettledPolicy> {
  const principals: SettledPrincipal[] = []
  const shown = new Map<string, string>()
  for (const name of awsPrincipals(document, settling.kind)) {
    const found = await principalNamed(name, settling)
    if (found === undefined) continue
    principals.push({ arn: found.arn, id: found.id })
    if (found.arn !== name) shown.set(name, found.arn)
  }
  return { document: withPrincipals(document, shown), principals }
}

/** The text as it stands today: ARNs of those who are still there, unique ids of those who are not. */
export async function currentDocument(
  read: Reader,
  { document, principals }: SettledPolicy,
): Promise<string> {
  const changed = new Map<string, string>()
  for (const { arn, id } of principals) {
    const today = await arnToday(read, arn, id)
    if (today !== arn) changed.set(arn, today ?? id)
  }
  return withPrincipals(document, changed)
}

async function arnToday(read: Reader, arn: string, id: string): Promise<string | undefined> {
  const role = await roleByArn(read, arn)
  return role?.id === id ? arn : (await userOnceAt(read, arn, id))?.arn
}

function awsPrincipals(document: string, kind: Settling['kind']): Set<string> {
  const { statements } = readPolicy(parsePolicyJson(document, kind), kind)
  const named = statements.flatMap(({ principal }) => principal?.values ?? [])
  return new Set(named.flatMap(([type, name]) => (type === 'AWS' ? [name] : [])))
}

const USER_OR_ROLE = /^arn:[^:]*:iam::\d{12}:(?:user|role)\//
const ROLE_SESSION = /^arn:[^:]*:sts::\d{12}:assumed-role\//
const UNIQUE_ID = /^A(?:IDA|ROA)[A-Z0-9]+$/

/**
 * Undefined for what has no unique id: everyone, accounts, sessions.
 * SIMPLIFICATION: any account may be named, also one that this sandbox does not have: it grants it nothing.
 */
async function principalNamed(name: string, settling: Settling): Promise<Principal | undefined> {
  const { read, kind } = settling
  if (ROLE_SESSION.test(name) && !(await isRoleOfSessionThere(read, name)))
    throw invalidPrincipal(name, kind)
  if (!USER_OR_ROLE.test(name) && !UNIQUE_ID.test(name)) return undefined
  const found = USER_OR_ROLE.test(name)
    ? ((await roleByArn(read, name)) ?? (await userByArn(read, name)))
    : await principalOfId(name, settling)
  if (found === undefined) throw invalidPrincipal(name, kind)
  return found
}

/** SIMPLIFICATION: the unique id of a living user or role is taken in its own account alone; AWS takes any. */
async function principalOfId(id: string, { read, account }: Settling) {
  const scope = scopeOf(account)
  const all = [...(await read.list(users, scope)), ...(await read.list(roles, scope))]
  return all.find(({ value }) => value.id === id)?.value
}

async function isRoleOfSessionThere(read: Reader, arn: string): Promise<boolean> {
  const named = readRoleSessionArn(arn)
  if (named === undefined) return false
  return (await read.get(roles, scopeOf(named.account), nameKey(named.name))) !== undefined
}

const invalidPrincipal = (name: string, kind: Settling['kind']) =>
  malformedPolicy('principal', kind, `"AWS":"${name}"`)

interface StatementJson {
  Principal?: unknown
  NotPrincipal?: unknown
}

function withPrincipals(document: string, replaced: ReadonlyMap<string, string>): string {
  if (replaced.size === 0) return document
  const policy = JSON.parse(document) as { Statement: StatementJson | StatementJson[] }
  for (const statement of [policy.Statement].flat())
    for (const element of ['Principal', 'NotPrincipal'] as const)
      replaceIn(statement[element], replaced)
  return JSON.stringify(policy)
}

function replaceIn(element: unknown, replaced: ReadonlyMap<string, string>): void {
  if (typeof element !== 'object' || element === null || !Object.hasOwn(element, 'AWS')) return
  const named = element as { AWS: string | string[] }
  const current = [named.AWS].flat().map((name) => replaced.get(name) ?? name)
  named.AWS = Array.isArray(named.AWS) ? current : current[0]!
}
