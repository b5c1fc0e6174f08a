/** One thing that doctor looked at. */
import type { Texts } from '../texts.ts'

export type FindingId = keyof Texts['cli']['doctor']['names']

export interface Finding {
  readonly id: FindingId
  /** `missing`: not there, and needed by nobody but who wants it. */
  readonly verdict: 'ok' | 'missing' | 'wrong'
  /** What was found and, where it is wrong, what to do. */
  readonly sentence: string
}
