/**
 * Who a policy names is settled when it is written: a trust policy as well as a resource's. A principal that is
 * deleted later leaves its unique id behind, so that a new one of the same name is not meant (IAM User Guide,
 * "AWS JSON policy elements: Principal").
 */
import type { Reader } from '#kernel/store/store.ts'
import { readRoleSessionArn } from './entityArn.ts'
import { roleByArn, userByArn } from './lookup/principalByArn.ts'
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
} from './state.ts'

/** The two kinds of policy that name principals, each refused in its own words. */
export type NamingKind = 'trust' | 'resource'

export interface WrittenPolicy {
  readonly document: string
  readonly principals: readonly TrustedPrincipal[]
}

/** Users and roles that a policy names, with their ids. Throws where one of them is not there. */
export async function namedPrincipals(
  read: Reader,
  document: string,
  kind: NamingKind,
): Promise<TrustedPrincipal[]> {
  const principals: TrustedPrincipal[] = []
  for (const name of awsPrincipals(document, kind)) {
    const id = await idOf(read, name, kind)
    if (id !== undefined) principals.push({ arn: name, id })
  }
  return principals
}

/** The text as it stands today: ARNs of those who are still there, unique ids of those who are not. */
export async function currentDocument(
  read: Reader,
  { document, principals }: WrittenPolicy,
): Promise<string> {
  const gone = new Map<string, string>()
  for (const { arn, id } of principals)
    if ((await principalByArn(read, arn))?.id !== id) gone.set(arn, id)
  return gone.size === 0 ? document : withPrincipals(document, gone)
}

function awsPrincipals(document: string, kind: NamingKind): Set<string> {
  const { statements } = readPolicy(parsePolicyJson(document, kind), kind)
  const named = statements.flatMap(({ principal }) => principal?.values ?? [])
  return new Set(named.flatMap(([type, name]) => (type === 'AWS' ? [name] : [])))
}

/**
 * Undefined for what has no unique id: everyone, accounts, sessions.
 * SIMPLIFICATION: any account may be named, also one that this sandbox does not have: it grants it nothing.
 */
async function idOf(read: Reader, name: string, kind: NamingKind): Promise<string | undefined> {
  if (USER_OR_ROLE.test(name)) return (await existing(read, name, kind)).id
  if (ROLE_SESSION.test(name) && !(await roleOfSession(read, name)))
    throw invalidPrincipal(name, kind)
  if (UNIQUE_ID.test(name)) throw invalidPrincipal(name, kind)
  return undefined
}

const USER_OR_ROLE = /^arn:[^:]*:iam::\d{12}:(?:user|role)\//
const ROLE_SESSION = /^arn:[^:]*:sts::\d{12}:assumed-role\//

/** SIMPLIFICATION: AWS takes the unique id of a living principal and shows it as its ARN; we take ARNs alone. */
const UNIQUE_ID = /^A(?:IDA|ROA)[A-Z0-9]+$/

const invalidPrincipal = (name: string, kind: NamingKind) =>
  malformedPolicy('principal', kind, `"AWS":"${name}"`)

async function existing(read: Reader, arn: string, kind: NamingKind): Promise<Principal> {
  const found = await principalByArn(read, arn)
  if (found === undefined) throw invalidPrincipal(arn, kind)
  return found
}

async function roleOfSession(read: Reader, arn: string): Promise<Role | undefined> {
  const named = readRoleSessionArn(arn)
  if (named === undefined) return undefined
  return (await read.get(roles, scopeOf(named.account), nameKey(named.name)))?.value
}

const principalByArn = async (read: Reader, arn: string) =>
  (await roleByArn(read, arn)) ?? (await userByArn(read, arn))

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
