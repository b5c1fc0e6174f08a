/** ARNs of IAM: `arn:aws:iam::123456789012:role/path/name` (IAM User Guide, "IAM ARNs"). */
export type EntityType = 'user' | 'group' | 'role' | 'instance-profile' | 'policy' | 'saml-provider'

export interface EntityName {
  readonly account: string
  readonly type: EntityType
  /** Begins and ends with a slash. */
  readonly path: string
  readonly name: string
}

export const entityArn = ({ account, type, path, name }: EntityName): string =>
  `arn:aws:iam::${account}:${type}${path}${name}`

export const rootArn = (account: string): string => `arn:aws:iam::${account}:root`

/** AWS's own policies stand under the account `aws`. Paths and names are printable ASCII. */
const ENTITY =
  /^arn:aws:iam::(\d{12}|aws):(user|group|role|instance-profile|policy|saml-provider)(\/[!-~]*)$/

export function readEntityArn(arn: string): EntityName | undefined {
  const [, account, type, rest] = ENTITY.exec(arn) ?? []
  if (account === undefined || rest === undefined) return undefined
  const end = rest.lastIndexOf('/') + 1
  if (end === rest.length) return undefined
  return { account, type: type as EntityType, path: rest.slice(0, end), name: rest.slice(end) }
}

const ROLE_SESSION = /^arn:aws:sts::(\d{12}):assumed-role\/([\w+=,.@-]+)\/[^/]+$/

/** The role of `arn:aws:sts::123456789012:assumed-role/name/session`, which leaves out its path. */
export function readRoleSessionArn(arn: string): { account: string; name: string } | undefined {
  const [, account, name] = ROLE_SESSION.exec(arn) ?? []
  return account === undefined || name === undefined ? undefined : { account, name }
}
