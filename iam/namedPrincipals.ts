/**
 * Who a policy names is settled when it is written: a trust policy as well as a resource's. A user that is renamed
 * later is meant by its new ARN; a principal that is deleted leaves its unique id behind, so that a new one of the
 * same name is not meant (IAM User Guide, "AWS JSON policy elements: Principal").
 */
import type { Reader } from '#kernel/store/store.ts'
import { readRoleSessionArn } from './entityArn.ts'
import { roleByArn, userByArn } from './lookup/principalByArn.ts'
import { userOnceAt } from './lookup/userOnceAt.ts'
import { malformedPolicy } from './policy/parse/malformedPolicy.ts'
import { parsePolicyJson } from './policy/parse/parsePolicyJson.ts'
import { readPolicy } from './policy/parse/readPolicy.ts'
import {
  nameKey,
  type Principal,
  type Role,
  roles,
  scopeOf,
  type TrustedPrincipal,
  users,
} from './state.ts'

/** The two kinds of policy that name principals, each refused in its own words. */
export type NamingKind = 'trust' | 'resource'

export interface WrittenPolicy {
  readonly document: string
  readonly principals: readonly TrustedPrincipal[]
}

/**
 * Users and roles that a policy names, with their ids. Throws where one of them is not there.
 * `account` is whose resource it is: there it may name them by their unique ids too.
 */
export async function namedPrincipals(
  read: Reader,
  document: string,
  kind: NamingKind,
  account?: string,
): Promise<TrustedPrincipal[]> {
  const principals: TrustedPrincipal[] = []
  for (const name of awsPrincipals(document, kind)) {
    if (!(await isSettled(read, name))) throw invalidPrincipal(name, kind)
    if (!isUserOrRole(name)) continue
    const found = await principalNamed(read, name, account)
    if (found === undefined) throw invalidPrincipal(name, kind)
    principals.push({ arn: found.arn, id: found.id })
  }
  return principals
}

/** The text as it stands today: ARNs of those who are still there, unique ids of those who are not. */
export async function currentDocument(
  read: Reader,
  { document, principals }: WrittenPolicy,
): Promise<string> {
  const replaced = new Map<string, string>()
  for (const { arn, id } of principals) {
    const today = (await arnToday(read, arn, id)) ?? id
    if (today !== arn) replaced.set(arn, today)
    if (today !== id && document.includes(id)) replaced.set(id, today)
  }
  return replaced.size === 0 ? document : withPrincipals(document, replaced)
}

async function arnToday(read: Reader, arn: string, id: string): Promise<string | undefined> {
  const role = await roleByArn(read, arn)
  return role?.id === id ? arn : (await userOnceAt(read, arn, id))?.arn
}

function awsPrincipals(document: string, kind: NamingKind): Set<string> {
  const { statements } = readPolicy(parsePolicyJson(document, kind), kind)
  const named = statements.flatMap(({ principal }) => principal?.values ?? [])
  return new Set(named.flatMap(([type, name]) => (type === 'AWS' ? [name] : [])))
}

const USER_OR_ROLE = /^arn:[^:]*:iam::\d{12}:(?:user|role)\//
const ROLE_SESSION = /^arn:[^:]*:sts::\d{12}:assumed-role\//
const UNIQUE_ID = /^A(?:IDA|ROA)[A-Z0-9]+$/

/** Everyone, accounts and sessions have no unique id. */
const isUserOrRole = (name: string): boolean => USER_OR_ROLE.test(name) || UNIQUE_ID.test(name)

/**
 * False for a session of a role that is not there.
 * SIMPLIFICATION: any account may be named, also one that this sandbox does not have: it grants it nothing.
 */
const isSettled = async (read: Reader, name: string): Promise<boolean> =>
  !ROLE_SESSION.test(name) || (await roleOfSession(read, name)) !== undefined

const invalidPrincipal = (name: string, kind: NamingKind) =>
  malformedPolicy('principal', kind, `"AWS":"${name}"`)

async function principalNamed(
  read: Reader,
  name: string,
  account: string | undefined,
): Promise<Principal | undefined> {
  if (USER_OR_ROLE.test(name)) return (await roleByArn(read, name)) ?? userByArn(read, name)
  return account === undefined ? undefined : principalOfId(read, name, account)
}

/** SIMPLIFICATION: the unique id of a living user or role is taken in its own account alone; AWS takes any. */
async function principalOfId(read: Reader, id: string, account: string) {
  const scope = scopeOf(account)
  const all = [...(await read.list(users, scope)), ...(await read.list(roles, scope))]
  return all.find(({ value }) => value.id === id)?.value
}

async function roleOfSession(read: Reader, arn: string): Promise<Role | undefined> {
  const named = readRoleSessionArn(arn)
  if (named === undefined) return undefined
  return (await read.get(roles, scopeOf(named.account), nameKey(named.name)))?.value
}

interface StatementJson {
  Principal?: unknown
  NotPrincipal?: unknown
}

function withPrincipals(document: string, replaced: ReadonlyMap<string, string>): string {
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
