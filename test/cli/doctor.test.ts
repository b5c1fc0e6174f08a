import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clients } from '#cli/doctor/clients.ts'
import { clockSane } from '#cli/doctor/clockSane.ts'
import { nodeVersion } from '#cli/doctor/nodeVersion.ts'
import { portsFree, portsOf } from '#cli/doctor/portsFree.ts'
import { textsIn } from '#cli/texts.ts'
import { world } from './world.ts'

const texts = textsIn('en')

describe('doctor looks at', () => {
  test.each([
    ['v20.18.3', 'wrong'],
    ['v20.19.0', 'ok'],
    ['v22.1.0', 'ok'],
    ['v18.20.0', 'wrong'],
  ])('Node.js %s: %s', (version, verdict) => {
    expect(nodeVersion(version, texts).verdict).toBe(verdict)
  })

  test('an old Node.js with what to do', () => {
    expect(nodeVersion('v18.20.0', texts).sentence).toBe(
      'v18.20.0 is too old; install Node.js 20.19 or later',
    )
  })

  test.each([
    [0, 'wrong'],
    [Date.UTC(2026, 10, 24), 'ok'],
    [Date.UTC(2101, 0, 1), 'wrong'],
  ])('a clock at %i: %s', (now, verdict) => {
    expect(clockSane(now, texts).verdict).toBe(verdict)
  })

  test('the ports of the contract', () => {
    expect(portsOf(4566).slice(0, 7)).toEqual([4565, 4566, 4570, 4571, 4572, 4573, 4574])
  })

  test('a busy port, which it names', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    const finding = await portsFree([port], texts)
    expect(finding).toMatchObject({ verdict: 'wrong' })
    expect(finding.sentence).toMatch(new RegExp(`^${port} in use; `))
    await new Promise((resolve) => server.close(resolve))
    expect(await portsFree([port], texts)).toMatchObject({ verdict: 'ok' })
  })
})

describe('clients on PATH', () => {
  let first: string
  let second: string
  beforeEach(() => {
    first = mkdtempSync(join(tmpdir(), 'path-'))
    second = mkdtempSync(join(tmpdir(), 'path-'))
  })
  afterEach(() => {
    rmSync(first, { recursive: true })
    rmSync(second, { recursive: true })
  })
  const program = (folder: string, name: string, script: string) =>
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })

  test('are found behind an older one, a broken one, and one that only looks like it', async () => {
    program(first, 'aws', 'echo "aws-cli/1.32.0 Python/3.11"')
    program(second, 'aws', 'echo "aws-cli/2.15.30 Python/3.11"')
    program(first, 'python3', 'exit 1')
    program(second, 'python3', 'echo "boto3 1.34.0"')
    program(first, 'terraform', 'echo "Terraform v1.9.5" >&2')
    writeFileSync(join(first, 'chromium'), 'not a program')
    expect(await clients(`${first}:${second}`, texts)).toEqual([
      { id: 'aws-v2', verdict: 'ok', sentence: '2.15.30' },
      { id: 'aws-v1', verdict: 'ok', sentence: '1.32.0' },
      { id: 'boto3', verdict: 'ok', sentence: '1.34.0' },
      { id: 'terraform', verdict: 'ok', sentence: '1.9.5' },
      {
        id: 'chromium',
        verdict: 'missing',
        sentence: 'not found; only needed to follow along with it',
      },
    ])
  })

  test('are all missing where there is no PATH', async () => {
    const found = await clients(undefined, texts)
    expect(new Set(found.map(({ verdict }) => verdict))).toEqual(new Set(['missing']))
  })
})

describe('doctor', () => {
  test('tells one line each, and exits by what it found', async () => {
    const there = world({ env: { PATH: '', HOPSCOPE_LANG: 'es' } })
    const code = await there.run('doctor')
    const lines = there.stdout().trimEnd().split('\n')
    expect(lines[0]).toMatch(/^Esta máquina, para hopscope \d/)
    expect(lines).toContain('✓  idioma            es, porque lo dice HOPSCOPE_LANG')
    expect(lines).toContain('✓  reloj             2026-11-24T13:03:24.000Z')
    expect(lines.at(-1)).toBe(
      code === 0
        ? 'Está todo lo que hopscope necesita.'
        : 'Lo marcado arriba hace falta para que hopscope funcione.',
    )
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80)
  })

  test('--json prints one object', async () => {
    const there = world({ env: { PATH: '' } })
    const code = await there.run('doctor', '--json', '--lang', 'en')
    const found = JSON.parse(there.stdout())
    expect(found.ok).toBe(code === 0)
    expect(found.findings.map(({ id }: { id: string }) => id)).toEqual([
      'node',
      'ports',
      'clock',
      'language',
      'aws-v2',
      'aws-v1',
      'boto3',
      'terraform',
      'chromium',
    ])
    expect(found.findings[3].sentence).toBe('en, because --lang says so')
  })
})
