/** What the portal's operations leave in the journal (CloudTrail, IAM Identity Center User Guide). */
import type { AuditNote } from '#kernel/http/operation.ts'
import type { BearerProof } from '../stages/authenticateBearer.ts'
import { workforceUser } from './callers.ts'

export const ssoSource = 'sso.amazonaws.com'

/** No calls of an API to an auditor: what was asked stands in the event's details alone. */
export function portalEvent(
  { instance, open }: BearerProof,
  details?: Readonly<Record<string, unknown>>,
): AuditNote {
  return {
    account: instance.accountId,
    caller: workforceUser(instance, open.user.userId, open.token.credentialId),
    eventType: 'AwsServiceEvent',
    requestParameters: null,
    responseElements: null,
    ...(details && { serviceEventDetails: details }),
  }
}
