/** An environment as lines for `eval` in a POSIX shell; values are quoted, whatever they hold. */
import type { Environment } from './environmentOf.ts'
import { shellQuoted } from './shellQuoted.ts'

export function shellLines({ set, unset }: Environment): string[] {
  return [
    `unset ${unset.join(' ')}`,
    ...Object.entries(set).map(([name, value]) => `export ${name}=${shellQuoted(value)}`),
  ]
}
