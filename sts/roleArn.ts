/** `arn:aws:iam::111122223333:role/path/name`, taken apart. */

export interface RoleArn {
  readonly accountId: string
  /** `/` or `/a/b/`. */
  readonly path: string
  readonly name: string
}

const form = /^arn:aws:iam::(\d{12}):role(\/(?:[\x21-\x7e]+\/)?)([\w+=,.@-]{1,64})$/

export function parseRoleArn(arn: string): RoleArn | undefined {
  const found = form.exec(arn)
  if (!found) return undefined
  return { accountId: found[1]!, path: found[2]!, name: found[3]! }
}

/** Roles that Identity Center makes for permission sets: nobody else may assume them. */
export const isReservedBySso = ({ path, name }: RoleArn): boolean =>
  path.startsWith('/aws-reserved/sso.amazonaws.com/') || name.startsWith('AWSReservedSSO_')

/** The role that AWS made for this service to act with in an account. */
export const isLinkedTo = ({ path }: RoleArn, principal: string): boolean =>
  path === `/aws-service-role/${principal}/`
