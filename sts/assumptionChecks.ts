/** What IAM is asked before a role is assumed: tags and a source identity are permissions of their own, in the same question. */
import type { AuthorizationCheck } from '#kernel/http/operation.ts'
import { parseRoleArn } from './roleArn.ts'

export interface Assumption {
  readonly action: 'sts:AssumeRole' | 'sts:AssumeRoleWithSAML'
  readonly roleArn: string
  readonly sessionName: string
  /** Whether the session will carry tags beyond the role's own: asked for now, or inherited in a chain. */
  readonly isTagged: boolean
  /** Of the session: asked for now, or inherited in a chain. */
  readonly sourceIdentity: string | undefined
  /** More condition keys. */
  readonly context: Readonly<Record<string, string[]>>
}

export function assumptionChecks(assumption: Assumption): AuthorizationCheck[] {
  const { action, roleArn, sessionName, isTagged, sourceIdentity } = assumption
  const context = {
    ...assumption.context,
    'sts:RoleSessionName': [sessionName],
    ...(sourceIdentity !== undefined && { 'sts:SourceIdentity': [sourceIdentity] }),
  }
  const actions = [
    action,
    ...(isTagged ? ['sts:TagSession'] : []),
    ...(sourceIdentity !== undefined ? ['sts:SetSourceIdentity'] : []),
  ]
  const resourceAccountId = parseRoleArn(roleArn)?.accountId
  return actions.map((asked) => ({ action: asked, resource: roleArn, resourceAccountId, context }))
}
