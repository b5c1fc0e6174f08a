/** IAM's refusal in S3's words. */
import type { AwsError } from '#kernel/errors/awsError.ts'
import type { Caller } from '#kernel/hops/caller.ts'
import type { Decision } from '#kernel/hops/decision.ts'
import { accessDenied as accessDeniedNaming } from '#kernel/http/accessDenied.ts'
import * as errors from './errors.ts'

/** Since 2024 S3 says who lacks which permission, but only within one account: a stranger learns nothing. */
export function denied(decision: Decision, caller: Caller): AwsError {
  return isStranger(decision, caller)
    ? errors.accessDenied({ decision })
    : accessDeniedNaming('s3', decision)
}

function isStranger({ context }: Decision, caller: Caller): boolean {
  if (caller.type === 'Anonymous') return true
  const owner = context['s3:ResourceAccount']?.[0]
  return owner !== undefined && owner !== caller.accountId
}
