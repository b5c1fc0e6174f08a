/** CloudTrail's `requestParameters` and `responseElements` of a call, from the table and the values. */
import type { WireRequest } from '#kernel/http/wireRequest.ts'
import { auditEc2 } from './audit/ec2.ts'
import { auditMembers } from './audit/members.ts'
import type { AuditRules } from './audit/rules.ts'
import { auditS3Request } from './audit/s3Request.ts'
import type { LinkedApi, LinkedOperation } from './linked.ts'

export type { AuditRules } from './audit/rules.ts'

export type AuditView = Readonly<Record<string, unknown>>

const noRules: AuditRules = {}

export function requestParameters(
  api: LinkedApi,
  operation: LinkedOperation,
  input: unknown,
  request: WireRequest,
  rules: AuditRules = noRules,
): AuditView {
  if (api.traits.auditStyle === 's3') return auditS3Request(api, operation, input, request)
  return view(api, operation.input, input, rules)
}

/** The caller knows what the table does not: reads, and many mutations, have null here. */
export function responseElements(
  api: LinkedApi,
  operation: LinkedOperation,
  output: unknown,
  rules: AuditRules = noRules,
): AuditView {
  return view(api, operation.output, output, rules)
}

function view(
  { traits }: LinkedApi,
  structure: LinkedOperation['input'],
  value: unknown,
  rules: AuditRules,
): AuditView {
  const style = traits.auditStyle === 'ec2' ? auditEc2 : auditMembers
  return style(structure, (value ?? {}) as AuditView, { mask: traits.auditMask, rules })
}
