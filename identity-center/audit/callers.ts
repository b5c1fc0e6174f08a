/** Who did it, as an auditor sees people of the workforce: no principals of IAM, so neither ARN nor access key. */
import type { OutcomeCaller } from '#kernel/journal/outcome.ts'
import { identityStoreArnOf } from '../instance.ts'
import type { Instance } from '../state.ts'

export const workforceUser = (
  instance: Instance,
  userId: string,
  credentialId: string,
): OutcomeCaller => ({
  type: 'IdentityCenterUser',
  accountId: instance.accountId,
  onBehalfOf: { userId, identityStoreArn: identityStoreArnOf(instance) },
  credentialId,
})

/** Somebody of whom nothing is proved. */
export const unknownUser = ({ accountId }: Instance): OutcomeCaller => ({
  type: 'Unknown',
  accountId,
})
