/**
 * Replaces secrets by stable labels: the same secret is the same label throughout a run, so one still sees
 * that the token issued at one hop is the one presented at another.
 */

import type { HeaderList } from './recording.ts'
import { redactData } from './redactData.ts'
import { redactHeader } from './redactHeader.ts'
import { redactPairs, redactText } from './redactText.ts'
import { secretLabels } from './secretLabels.ts'

export interface Redactor {
  headers(list: HeaderList): HeaderList
  target(target: string): string
  /** Whatever the content type says: services read some bodies without asking for it. */
  body(text: string): string
  /** A copy of plain data with sensitive members replaced. */
  data<T>(value: T): T
}

export function createRedactor(): Redactor {
  const label = secretLabels()
  return {
    headers: (list) => list.map(([name, value]) => [name, redactHeader(name, value, label)]),
    target: (target) => redactPairs(target, label),
    body: (text) => redactText(text, label),
    data: (value) => redactData(value, label),
  }
}
