/** What a launcher and the process of one service say to each other, over the channel between them. */
import type { HopAddress } from '#kernel/hops/post.ts'
import type { ServiceKeys } from '#kernel/hops/serviceKeys.ts'
import type { Outcome } from '#kernel/journal/outcome.ts'
import type { RecordedEvent } from '#kernel/trace/recording.ts'
import type { PortalDirectory } from '../clientProfiles.ts'
import type { SandboxOptions } from '../sandbox.ts'
import type { Seed } from '../seed/seed.ts'

export interface Start {
  readonly service: string
  /** Its own keys and nobody else's. */
  readonly keys: ServiceKeys
  readonly options: Pick<SandboxOptions, 'host' | 'record' | 'journal' | 'freshness'>
  readonly port: number
  readonly seed: Seed
  readonly clockOffset: number
  readonly firstExchange: number
}

export interface Listening {
  readonly url: string | null
  readonly hop: HopAddress | null
}

export interface Peers {
  readonly endpoints: Readonly<Record<string, string>>
  readonly hops: Readonly<Record<string, HopAddress>>
}

/** Each with its answer. */
export interface Requests {
  start: { ask: Start; answer: Listening }
  peers: { ask: Peers; answer: null }
  clock: { ask: { offset: number }; answer: null }
  reset: { ask: null; answer: null }
  /** Of Identity Center alone, which has it. */
  directory: { ask: null; answer: PortalDirectory | null }
  addAccount: { ask: Seed; answer: null }
  sourceIp: { ask: { accessKeyId: string; address: string }; answer: null }
  journal: { ask: { accountId: string | null }; answer: readonly Outcome[] }
  close: { ask: null; answer: null }
}

export type RequestName = keyof Requests

export type ToService = {
  [N in RequestName]: { id: number; name: N; ask: Requests[N]['ask'] }
}[RequestName]

export type FromService =
  | { id: number; answer: unknown }
  | { id: number; error: string; busyPort?: number }
  | { event: RecordedEvent }
