/** What a scenario is and what running one tells: data that terminal, page, JSON and JUnit render. */
import type { Badge } from '#kernel/trace/badge.ts'
import type { RecordedEvent } from '#kernel/trace/recording.ts'
import type { AttackSummary } from './attack.ts'
import type { AttackDoesNotFit } from './attackDoesNotFit.ts'
import type { ChangedPart } from './changedParts.ts'

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
  /** Where it ended, and whose answer that was. */
  readonly hop: number
  readonly party: Party
  /** What was declared: a refusal, that it works, or a result that needs nobody's answer. */
  readonly outcome: 'refused' | 'accepted' | 'offline'
  readonly status: number | null
  /** AWS's error code, at the ACS the failed check, `accepted`, or what was found offline; null where nothing came back. */
  readonly code: string | null
  /** `passed` where it ended as declared and every condition holds. */
  readonly verdict: 'passed' | 'failed' | 'skipped'
  /** The refusal in the service's own words. */
  readonly message: string
  /** What the attacker changed in a request. */
  readonly changed: readonly ChangedPart[]
  readonly conditions: readonly HopCheck[]
  /** Why it was skipped. */
  readonly because?: SkipReason | undefined
}

/** Bytes on a hop are not there with `--hops local`; or the seed does not fit. */
export type SkipReason = 'needsBytesOnAHop' | AttackDoesNotFit['reason']

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
  /** One of the attacks begins: progress. */
  | {
      readonly kind: 'attacking'
      readonly attack: AttackSummary
      readonly n: number
      readonly of: number
    }
  | { readonly kind: 'attacked'; readonly attack: AttackReport }
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

export interface AttackOptions extends Omit<RunOptions, 'until'> {
  /** The attack of this id alone; all of them where absent. */
  readonly only?: string | undefined
}

export interface AttacksRan {
  readonly report: ScenarioReport
  /** By attack: each has a sandbox, and so a recording, of its own. */
  readonly recordings: ReadonlyMap<string, readonly RecordedEvent[]>
}

export interface Scenario {
  readonly id: string
  readonly kind: 'tour' | 'lesson' | 'challenge' | 'incident'
  /** Steps by id, in order; `--until` takes one of them. */
  readonly steps: readonly string[]
  /** What can be tried against it, in order. */
  readonly attacks: readonly AttackSummary[]
  /**
   * Each attack on a fresh sandbox.
   * @throws {AttackDoesNotFit} where the one that was asked for needs what the seed has not.
   */
  attack(options: AttackOptions): Promise<AttacksRan>
  run(options: RunOptions): Promise<{ report: ScenarioReport; recording: readonly RecordedEvent[] }>
}
