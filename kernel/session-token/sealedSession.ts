/** What a session token holds: all of the session. Nobody keeps a table, any replica can open it. */
import { type Static, Type } from '@sinclair/typebox'
import { Caller, Session } from '#kernel/hops/caller.ts'

export const SealedSession = Type.Object({
  /** Of the temporary access key. STS seals it here and forgets it. */
  secretAccessKey: Type.String(),
  /** Whom the key stands for: the body of the caller statement, as it is. */
  caller: Type.Object({ ...Caller.properties, accessKeyId: Type.String(), session: Session }),
})
export type SealedSession = Static<typeof SealedSession>
