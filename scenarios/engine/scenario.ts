/** What a scenario is and what running one tells: data that terminal, page, JSON and JUnit render. */
import type { Badge } from '#kernel/trace/badge.ts'
import type { RecordedEvent } from '#kernel/trace/recording.ts'

export type Party = 'cli' | 'browser' | 'idp' | 'identity-center' | 'sts' | 'iam' | 's3'

/** One hop of the story: who asked whom for what, what was checked, and how it ended. */
export interface HopReport {
  /** 1, 2, 3 … */
  readonly n: number
  /** Step numbers of the post that the project implements; see docs. */
  readonly post: readonly number[]
  readonly from: Party
  readonly to: Party
  readonly operation: string
  /** HTTP status of the hop's answer; null for a question between services in process. */
  readonly status: number | null
  /** AWS's error code where it was refused. */
  readonly code: string | null
  readonly verdict: 'passed' | 'failed'
  /** What was checked, each with what was found: keys and parameters that i18n renders. */
  readonly checks: readonly HopCheck[]
  /** When what was issued here ends, ISO 8601; null where nothing was issued. */
  readonly expiresAt: string | null
  /** When the answer came by the sandbox's clock, ISO 8601: what is left of a lifetime counts from here. */
  readonly at?: string | undefined
  /** Exchanges of the recording that belong to this hop. */
  readonly exchanges: readonly number[]
  /** Where the sandbox differs from AWS in them; told at the first hop that an exchange belongs to. */
  readonly badges?: readonly Badge[] | undefined
}

export interface HopCheck {
  readonly key: string
  readonly params: Readonly<Record<string, string | number>>
  readonly holds: boolean
}

export interface AttackReport {
  readonly id: string
  readonly hop: number
  readonly party: string
  readonly status: number | null
  readonly code: string
  readonly verdict: 'passed' | 'failed' | 'skipped'
}

export interface ScenarioReport {
  readonly scenario: string
  readonly entry: 'cli' | 'console' | 'saml-api'
  readonly hops: readonly HopReport[]
  readonly attacks: readonly AttackReport[]
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** Told while a scenario runs. */
export type ScenarioEvent =
  | {
      readonly kind: 'started'
      readonly scenario: string
      readonly endpoints: Readonly<Record<string, string>>
    }
  | { readonly kind: 'hop'; readonly hop: HopReport }
  /** A client was refused, or something of ours broke: the hops say where. */
  | { readonly kind: 'refused'; readonly message: string }
  /** A further request on the same credentials: only hops 9 to 12 repeat. */
  | {
      readonly kind: 'repeated'
      readonly operation: string
      readonly hops: readonly number[]
      readonly status: number
    }
  | { readonly kind: 'audit'; readonly records: readonly AuditLine[] }
  | { readonly kind: 'ended'; readonly report: ScenarioReport }

/** One line of "what the auditor sees". */
export interface AuditLine {
  readonly at: string
  readonly accountId: string
  readonly eventSource: string
  readonly eventName: string
  readonly who: string
  readonly errorCode: string | null
}

export interface RunOptions {
  readonly entry: 'cli'
  readonly hops: 'local' | 'http'
  readonly seed?: import('#sandbox/seed/seed.ts').Seed | undefined
  readonly randomSeed?: number | undefined
  /** Stop after this step. */
  readonly until?: string | undefined
  readonly onEvent: (event: ScenarioEvent) => void
  readonly signal?: AbortSignal | undefined
}

export interface Scenario {
  readonly id: string
  readonly kind: 'tour' | 'lesson' | 'challenge' | 'incident'
  /** Steps by id, in order; `--until` takes one of them. */
  readonly steps: readonly string[]
  run(options: RunOptions): Promise<{ report: ScenarioReport; recording: readonly RecordedEvent[] }>
}
