/** Whether a person sits at both ends: only then may the command ask, list to choose from, or step. */
import type { Io } from './io.ts'

export interface InteractivityFlags {
  readonly ci?: boolean | undefined
  /** Targets of `--json` and `--ndjson`. */
  readonly json?: string | undefined
  readonly ndjson?: string | undefined
}

export function isInteractive(
  { stdin, stdout, env }: Pick<Io, 'stdin' | 'stdout' | 'env'>,
  { ci, json, ndjson }: InteractivityFlags,
): boolean {
  if (!stdin.isTTY || !stdout.isTTY) return false
  if (isSet(env['CI']) || env['TERM'] === 'dumb') return false
  return !ci && json !== '-' && ndjson !== '-'
}

/** CI systems write `true`, `1` or their own name; people switch it off with `false` or `0`. */
function isSet(ci: string | undefined): boolean {
  return ci !== undefined && !['', '0', 'false'].includes(ci.toLowerCase())
}
