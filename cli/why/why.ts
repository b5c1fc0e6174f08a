/** A refusal explained, as data: what the terminal shows and `--json` prints. Members are only ever added. */
import type { Decision } from '#kernel/hops/decision.ts'
import type { SignatureFinding } from './causes/signatureFinding.ts'
import type { FlowHop } from './flowHop.ts'
import type { Sentence } from './sentence.ts'

export type CauseKind =
  | 'policy'
  | 'signature'
  | 'credentials'
  | 'date'
  | 'authorization'
  | 'scope'
  | 'payload'
  | 'saml'
  | 'sign-in'
  | 'page'
  | 'hop'
  | 'failure'
  | 'request'

export interface Cause {
  readonly kind: CauseKind
  readonly because: readonly Sentence[]
  /** The whole decision of IAM where a policy, or the lack of one, refused. */
  readonly decision?: Decision
  /** What the signature doctor found where a signature did not match. */
  readonly signature?: SignatureFinding
}

export interface Why {
  readonly at: string
  /** The same instant by the clock of the machine. */
  readonly hostAt: string
  readonly requestId: string
  readonly method: string
  /** Path and query, redacted as the recording has them. */
  readonly target: string
  /** Who refused: `s3`, `idp`, `gateway` … */
  readonly party: string
  /** Null for pages, and where the request was refused before anybody knew what it asks for. */
  readonly operation: string | null
  /** Null where the story of the twelve hops has no such hop. */
  readonly hop: FlowHop | null
  /** Null for pages and the gateway. */
  readonly stage: string | null
  readonly status: number
  /** AWS's code and message, as the client got them; null for pages. */
  readonly code: string | null
  readonly message: string | null
  readonly kind: CauseKind
  readonly because: readonly Sentence[]
  readonly decision: Decision | null
  readonly signature: SignatureFinding | null
  /** What the refusing stage found, as the recording has it. */
  readonly detail: Readonly<Record<string, unknown>>
  /** The smallest change that would allow it; null as long as nobody looks for it. */
  readonly change: null
  /** A request that the service made for this one, and that was refused. */
  readonly inside: Why | null
}
