/** What a running sandbox offers to tests, scenarios and the command. */
import type { Outcome } from '#kernel/journal/outcome.ts'
import type { RecordedEvent } from '#kernel/trace/recording.ts'
import type { ClientProfiles } from './clientProfiles.ts'
import type { Seed } from './seed/seed.ts'

export interface SandboxOptions {
  /** Replaces the default seed. */
  readonly seed?: Seed | undefined
  /** How services ask each other; `local` (function calls) by default. */
  readonly hops?: 'local' | 'http' | undefined
  /** Each service in an OS process of its own; always `http`. */
  readonly processes?: boolean | undefined
  /** Loopback unless said otherwise. */
  readonly host?: string | undefined
  /** Port of the gateway; the others follow from it. 0 (default): all free ports. */
  readonly port?: number | undefined
  /** Keep a recording of what crosses the sockets; on by default. */
  readonly record?: boolean | undefined
  /** Exchanges that the recording keeps; 1,000 by default. */
  readonly keepExchanges?: number | undefined
  /** Outcomes that the journal keeps; 100,000 by default. */
  readonly journal?: number | undefined
  /** Ids and secrets from this number instead of the system's randomness: for scenarios alone. */
  readonly randomSeed?: number | undefined
  /** Whether a request's date may also be fresh by the host's clock (free runs) or by the sandbox's alone (scenarios). */
  readonly freshness?: 'either' | 'sandbox' | undefined
}

export interface AccessKey {
  readonly accountId: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** What `account()` makes. */
export interface NewAccount extends AccessKey {
  /** Bucket names are global, between accounts too: names that begin with this are this account's alone. */
  readonly bucketPrefix: string
}

export interface Sandbox {
  /** URL of the gateway: all that a client needs. */
  readonly endpoint: string
  /** URLs by party: gateway, control, idp, identity-center, sts, iam, s3 … */
  readonly endpoints: Readonly<Record<string, string>>
  /** The first key of the seed. */
  readonly admin: AccessKey | null
  readonly controlToken: string
  readonly clock: {
    now(): number
    /** How far the sandbox is ahead of the host, in milliseconds. */
    offset(): number
    /** An ISO 8601 duration (`PT1H`) or milliseconds. */
    advance(by: string | number): Promise<number>
    /** An ISO 8601 instant or milliseconds; forward only. */
    set(to: string | number): Promise<number>
  }
  /** What AWS's clients are set up with: APIs, accounts and roles, the first key. */
  profiles(): Promise<ClientProfiles>
  /** A new isolated account with an administrator's key: for parallel tests. */
  account(): Promise<NewAccount>
  /** Requests signed with this key, and by sessions made from it, come from this address from now on. */
  sourceIp(accessKeyId: string, address: string): Promise<void>
  /** Back to the seed; keys and ports stay. */
  reset(): Promise<void>
  recording(): readonly RecordedEvent[]
  onEvent(listener: (event: RecordedEvent) => void): () => void
  /** Outcomes of an account, or of all, oldest first. */
  journal(accountId?: string): Promise<readonly Outcome[]>
  /** Stops one service alone: what an outage of it does to the others. */
  stop(service: string): Promise<void>
  close(): Promise<void>
}
