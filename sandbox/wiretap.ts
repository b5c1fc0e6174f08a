/**
 * Somebody on the wires between the services of one process: sees what is sent, may change it, hold it back, or
 * answer in the other's place. Attacks of scenarios put one there; the command and the library have no way to.
 */
import type { CallApiOptions } from '#kernel/hops/callApi.ts'
import type { Post, PostAnswer, PostRequest } from '#kernel/hops/post.ts'

type Send = NonNullable<CallApiOptions['through']>

/** May be put there, exchanged and taken away while the sandbox runs. */
export interface Wiretap {
  /** A question of a hop on its way to the owner's internal listener; `deliver` brings it there. */
  onHop?: ((question: PostRequest, deliver: Post) => Promise<PostAnswer>) | undefined
  /** A service's call to another's public API. */
  onCall?: Send | undefined
}
