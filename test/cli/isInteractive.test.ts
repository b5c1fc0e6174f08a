import { describe, expect, test } from 'vitest'
import { isInteractive } from '#cli/isInteractive.ts'

interface Row {
  stdin?: boolean | undefined
  stdout?: boolean | undefined
  env?: Record<string, string>
  ci?: boolean
  json?: string
  ndjson?: string
  expected: boolean
}

const rows: [what: string, row: Row][] = [
  ['both ends are terminals', { expected: true }],
  ['stdin is a pipe', { stdin: false, expected: false }],
  ['stdout is a pipe', { stdout: false, expected: false }],
  ['both are pipes', { stdin: false, stdout: false, expected: false }],
  ['the streams do not say', { stdin: undefined, stdout: undefined, expected: false }],
  ['CI is true', { env: { CI: 'true' }, expected: false }],
  ['CI is 1', { env: { CI: '1' }, expected: false }],
  ['CI names its system', { env: { CI: 'woodpecker' }, expected: false }],
  ['CI is false', { env: { CI: 'false' }, expected: true }],
  ['CI is FALSE', { env: { CI: 'FALSE' }, expected: true }],
  ['CI is 0', { env: { CI: '0' }, expected: true }],
  ['CI is empty', { env: { CI: '' }, expected: true }],
  ['the terminal is dumb', { env: { TERM: 'dumb' }, expected: false }],
  ['the terminal is not dumb', { env: { TERM: 'xterm-256color' }, expected: true }],
  ['--ci is given', { ci: true, expected: false }],
  ['--json goes to stdout', { json: '-', expected: false }],
  ['--json goes to a file', { json: 'report.json', expected: true }],
  ['--ndjson goes to stdout', { ndjson: '-', expected: false }],
  ['--ndjson goes to a file', { ndjson: 'run.ndjson', expected: true }],
]

describe('a run is interactive', () => {
  test.each(rows)('where %s: decided', (_what, row) => {
    const io = {
      stdin: { isTTY: 'stdin' in row ? row.stdin : true },
      stdout: { isTTY: 'stdout' in row ? row.stdout : true, write: () => {} },
      env: row.env ?? {},
    }
    expect(isInteractive(io, row)).toBe(row.expected)
  })
})
