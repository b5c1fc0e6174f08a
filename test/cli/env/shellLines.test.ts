import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shellLines } from '#cli/env/shellLines.ts'
import { shellQuoted } from '#cli/env/shellQuoted.ts'

/** Of a POSIX shell that evaluates the lines, in this environment: its variables. */
function evaluated(lines: readonly string[], env: Record<string, string>): Map<string, string> {
  const script = 'eval "$1"; exec env -0'
  const output = execFileSync('/bin/sh', ['-c', script, 'sh', lines.join('\n')], {
    env: { PATH: process.env['PATH'], ...env },
  })
  const entries = output
    .toString()
    .split('\0')
    .filter((entry) => entry !== '')
  return new Map(
    entries.map((entry) => {
      const at = entry.indexOf('=')
      return [entry.slice(0, at), entry.slice(at + 1)]
    }),
  )
}

describe('what a shell evaluates', () => {
  test('is exported, and what would win is gone', () => {
    const lines = shellLines({ set: { AWS_PROFILE: 'x', HOME: '/h' }, unset: ['A_KEY', 'NOT_SET'] })
    const seen = evaluated(lines, { A_KEY: '1', AWS_PROFILE: 'mine', OTHER: 'stays' })
    expect(seen.get('AWS_PROFILE')).toBe('x')
    expect(seen.get('HOME')).toBe('/h')
    expect(seen.get('OTHER')).toBe('stays')
    expect(seen.has('A_KEY')).toBe(false)
  })

  test('is what was meant, whatever it holds', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary-ascii' }),
      fc.constantFrom(
        "'",
        "''",
        `'"'"'`,
        '$(id)',
        '`id`',
        '\\',
        "\\'",
        '\n',
        '!!',
        '$HOME',
        ';',
        '~',
      ),
    )
    const values = fc.array(
      value.map((text) => text.replaceAll('\0', '')),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(values, (given) => {
        const set = Object.fromEntries(given.map((text, index) => [`V${index}`, text]))
        const seen = evaluated(shellLines({ set, unset: ['NOTHING'] }), {})
        for (const [name, text] of Object.entries(set)) expect(seen.get(name)).toBe(text)
      }),
      { numRuns: 20 },
    )
  })

  test('quotes a quote', () => {
    expect(shellQuoted("it's")).toBe(`'it'\\''s'`)
  })
})
