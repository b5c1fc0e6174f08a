/**
 * What an attack is: what somebody does who has no right to, which hop and party must stop it, and what is held
 * against the claim that it was stopped. A scenario declares its attacks; each runs on a sandbox of its own.
 */
import type { attacks } from '#i18n/en/attacks.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import type { Seed } from '#sandbox/seed/seed.ts'
import type { Services } from '#sandbox/startServices.ts'
import type { Wiretap } from '#sandbox/wiretap.ts'
import type { Answer } from './answer.ts'
import type { ChangedPart } from './changedParts.ts'
import type { RecordedExchange } from './exchanges.ts'
import type { RawRequest } from './rawRequest.ts'
import type { HopCheck, Party } from './scenario.ts'
import type { SeedPatch } from './seedPatch.ts'

export interface Attack<W> {
  readonly id: AttackId
  /** The hop at which it ends, and the party whose answer that is. */
  readonly hop: number
  readonly party: Party
  readonly expects: Expected
  /** It is made on the bytes between services, which `--hops local` has none of. */
  readonly needsBytesOnAHop?: true | undefined
  /** What it needs that the seed has not; throws `AttackDoesNotFit` where the seed cannot have it. */
  readonly patch?: ((seed: Seed) => SeedPatch) | undefined
  readonly act: (stage: Stage<W>) => Promise<Acted>
  /** Beside those of every attack: that it ended as declared, and that a refused one changed nothing. */
  readonly conditions: (attempt: Attempt) => readonly HopCheck[]
}

/** `accepted` is as honest a result as `refused`: the lesson is then what would have stopped it. */
export type Expected =
  | { readonly outcome: 'refused'; readonly status: number; readonly code: string }
  | { readonly outcome: 'accepted'; readonly status: number }
  /** Nobody is asked: it is all arithmetic. */
  | { readonly outcome: 'offline' }

/** What an attack is given: the world of its scenario, and what an attacker has beside it. */
export interface Stage<W> {
  readonly world: W
  /** With what the attack added to it. */
  readonly seed: Seed
  readonly sandbox: Sandbox
  /** What an attack says to have leaked lies in here. */
  readonly services: Services
  readonly wiretap: Wiretap
  send(request: RawRequest): Promise<Answer>
  /** What the attacker does: all state of the sandbox is compared before and after. */
  attacked(body: () => Promise<Answer>): Promise<Attacked>
}

export interface Attacked {
  readonly answer: Answer
  /** What is different in the whole state afterwards. */
  readonly differences: readonly string[]
  /** How many entries were compared. */
  readonly compared: number
}

/** What an attack did and got. */
export interface Acted extends Partial<Attacked> {
  readonly answer: Answer
  /** Other answers that conditions are about, by name. */
  readonly others?: Readonly<Record<string, Answer>> | undefined
  readonly changed?: readonly ChangedPart[] | undefined
  readonly facts?: Readonly<Record<string, string | number>> | undefined
}

/** All that conditions are judged by: plain data, so that a test can show each of them failing. */
export interface Attempt {
  readonly answer: Answer
  readonly differences: readonly string[]
  readonly compared: number
  readonly others: Readonly<Record<string, Answer>>
  readonly changed: readonly ChangedPart[]
  readonly facts: Readonly<Record<string, string | number>>
  readonly exchanges: readonly RecordedExchange[]
}

export type AttackId = keyof typeof attacks.of

/** What a list of attacks says of each. */
export interface AttackSummary {
  readonly id: string
  readonly hop: number
  readonly party: Party
  readonly needsBytesOnAHop: boolean
}
