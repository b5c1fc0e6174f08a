/** What signing out on the portal's page leaves in the journal: the same event as a client's Logout. */
import type { Outcome } from '#kernel/journal/outcome.ts'
import type { OpenSession } from '../sessions/portalSessions.ts'
import { workforceUser } from './callers.ts'
import { type PageEvent, pageOutcome } from './pageOutcome.ts'
import { ssoSource } from './portalEvent.ts'

export function signedOut({ open, ...event }: PageEvent & { readonly open: OpenSession }): Outcome {
  const { user, session } = open
  return {
    ...pageOutcome(event, workforceUser(event.instance, user.userId, session.credentialId)),
    eventSource: ssoSource,
    eventName: 'Logout',
  }
}
