/** Whose page this is: the name in the identity store, and who vouched for them. */
import type { OpenSession } from '../sessions/portalSessions.ts'
import type { Person } from './frame.ts'

export const personOf = ({ user, session }: OpenSession): Person => ({
  name: user.displayName,
  company: session.company ?? hostOf(session.identityProvider),
})

/** An entity id is a URL more often than not; people know its host. */
const hostOf = (entityId: string): string =>
  URL.canParse(entityId) ? new URL(entityId).host || entityId : entityId
