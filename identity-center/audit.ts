/** What Identity Center writes into the journal, as CloudTrail's user guide for it says: who, and which kind of event. */
import type { AuditNote } from '#kernel/http/operation.ts'
import type { OutcomeCaller } from '#kernel/journal/outcome.ts'
import { identityStoreArnOf } from './instance.ts'
import type { BearerProof } from './stages/authenticateBearer.ts'
import type { Instance } from './state.ts'

export const ssoSource = 'sso.amazonaws.com'

/** A workforce user: no principal of IAM, so neither ARN nor access key. */
export function workforceUser(
  instance: Instance,
  userId: string,
  credentialId: string,
): OutcomeCaller {
  return {
    type: 'IdentityCenterUser',
    accountId: instance.accountId,
    onBehalfOf: { userId, identityStoreArn: identityStoreArnOf(instance) },
    credentialId,
  }
}

/** Somebody of whom nothing is proved. */
export const unknownUser = ({ accountId }: Instance): OutcomeCaller => ({
  type: 'Unknown',
  accountId,
})

/** The portal's events are no calls of an API to an auditor: what was asked stands in the event's details alone. */
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
