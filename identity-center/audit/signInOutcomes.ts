/** What a sign-in leaves in the journal (CloudTrail, IAM Identity Center User Guide, "Sign-in events"): one event. */
import type { Outcome, OutcomeCaller } from '#kernel/journal/outcome.ts'
import { identityStoreArnOf, startUrlOf } from '../instance.ts'
import type { FailedCheck } from '../pages/message.ts'
import { makeCredentialId } from '../sessions/credentialId.ts'
import type { User } from '../state.ts'
import { unknownUser, workforceUser } from './callers.ts'
import { type PageEvent, pageOutcome } from './pageOutcome.ts'

export interface SignInEvent extends PageEvent {
  readonly workflowId: string
}

const signInSource = 'signin.amazonaws.com'

/** The sign-in has a credential id of its own: it is never that of the session or of a token. */
export function signedIn({ user, ...event }: SignInEvent & { readonly user: User }): Outcome {
  const { instance, now, ids } = event
  return {
    ...pageOutcome(event, workforceUser(instance, user.userId, makeCredentialId(now, ids))),
    eventSource: signInSource,
    eventName: 'UserAuthentication',
    additional: additional(event, user.userName),
    serviceEventDetails: { UserAuthentication: 'Success' },
  }
}

/** A name that does not exist may be a password typed into the wrong field. */
const hiddenName = 'HIDDEN_DUE_TO_SECURITY_REASONS'

/** [inf] */
const errorCode = 'ExternalIdPDirectoryLoginFailed'

export function signInRefused(
  event: SignInEvent & { readonly user: User | undefined; readonly failed: FailedCheck },
): Outcome {
  const { instance, user, failed } = event
  const caller: OutcomeCaller = {
    ...unknownUser(instance),
    ...(user && {
      onBehalfOf: { userId: user.userId, identityStoreArn: identityStoreArnOf(instance) },
    }),
  }
  return {
    ...pageOutcome(event, caller),
    eventSource: signInSource,
    eventName: 'ExternalIdPDirectoryLogin',
    errorCode,
    errorMessage: `${failed.check}: ${failed.reason}`,
    additional: additional(event, user?.userName ?? hiddenName),
    serviceEventDetails: { ExternalIdPDirectoryLogin: 'Failure' },
  }
}

function additional({ instance, workflowId }: SignInEvent, userName: string) {
  return {
    AuthWorkflowID: workflowId,
    LoginTo: `${startUrlOf(instance)}/`,
    CredentialType: 'EXTERNAL_IDP',
    UserName: userName,
  }
}
