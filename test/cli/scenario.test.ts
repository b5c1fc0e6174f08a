import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AttackDoesNotFit } from '#scenarios/engine/attackDoesNotFit.ts'
import type { Scenario } from '#scenarios/engine/scenario.ts'
import {
  createBucket,
  getRoleCredentials,
  refused,
  type ScenarioInTest,
  scenarioInTest,
  scenarioThat,
} from './scenarioInTest.ts'
import { type World, type WorldOptions, world } from './world.ts'

function worldWith(scenarios: readonly Scenario[], options: WorldOptions = {}): World {
  return world({ ...options, parts: { scenarios: async () => scenarios } })
}

const lastLine = (text: string) => text.trimEnd().split('\n').at(-1)

describe('which scenario runs', () => {
  const ran = async (names: string[], argv: string[], options: WorldOptions = {}) => {
    const scenarios: ScenarioInTest[] = names.map((name) => scenarioInTest(name))
    const there = worldWith(scenarios, options)
    const code = await there.run('scenario', ...argv)
    return {
      code,
      ran: scenarios.filter(({ runs }) => runs.length > 0).map(({ id }) => id),
      stdout: there.stdout(),
      stderr: there.stderr(),
    }
  }
  const two = ['create-bucket', 'replay']
  const terminal = { terminal: true }

  test.each([
    ['the named one', two, ['replay'], {}, ['replay']],
    ['the only one', ['replay'], [], {}, ['replay']],
    ['the only one, on a terminal', ['replay'], [], terminal, ['replay']],
    ['create-bucket of several where nobody can choose', two, [], {}, ['create-bucket']],
    [
      'create-bucket of several with --ci on a terminal',
      two,
      ['--ci'],
      terminal,
      ['create-bucket'],
    ],
    ['none of several on a terminal', two, [], terminal, []],
  ])('is %s', async (_what, names, argv, options, expected) => {
    const { code, ran: found } = await ran(names, argv, options)
    expect(code).toBe(0)
    expect(found).toEqual(expected)
  })

  test('shows the list where a person has to choose', async () => {
    const { stdout } = await ran(two, [], { ...terminal, env: { NO_COLOR: '1' } })
    expect(stdout).toBe(`Scenarios
  create-bucket  tour       One person signs in and creates a bucket
  replay         tour       replay
Attacks on create-bucket (--attack ID, or all)
  device-phishing, brute-force, tamper-signature, scp, foreign-decision
Attacks on replay (--attack ID, or all)
  device-phishing, brute-force, tamper-signature, scp, foreign-decision
hopscope scenario NAME runs one.
`)
  })

  test('lists in Spanish', async () => {
    const { stdout } = await ran(two, ['--list', '--lang', 'es'])
    expect(stdout).toContain(
      '  create-bucket  recorrido  Una persona inicia sesión y crea un bucket\n',
    )
  })

  test.each([
    [['replya'], 'there is no scenario replya; did you mean replay?'],
    [['dance'], 'there is no scenario dance; hopscope scenario --list lists them.'],
    [['replay', '--until', 'get-rol'], 'replay has no step get-rol; did you mean get-role?'],
    [
      ['replay', '--until', 'x'],
      'replay has no step x; its steps are sign-in, get-role, create-bucket.',
    ],
  ])('refuses %j and runs none', async (argv, sentence) => {
    const { code, ran: found, stderr } = await ran(two, argv)
    expect(code).toBe(2)
    expect(found).toEqual([])
    expect(stderr).toBe(`hopscope: ${sentence}\n`)
  })
})

describe('what the scenario is given', () => {
  const given = async (...argv: string[]) => {
    const scenario = scenarioInTest('create-bucket')
    await worldWith([scenario]).run('scenario', ...argv)
    return scenario.runs[0]
  }

  test('services ask each other over HTTP, because that is the lesson', async () => {
    expect(await given()).toMatchObject({ entry: 'cli', hops: 'http' })
  })

  test.each([
    [['--hops', 'local'], { hops: 'local' }],
    [['--until', 'get-role'], { until: 'get-role' }],
    [['--random-seed', '7'], { randomSeed: 7 }],
    [['--entry', 'cli'], { entry: 'cli' }],
  ])('with %j: %j', async (argv, expected) => {
    expect(await given(...argv)).toMatchObject(expected)
  })

  test('--seed brings other accounts', async () => {
    expect((await given('--seed', 'sandbox/seed.yaml'))?.seed?.accounts).toHaveLength(4)
  })
})

describe('--attack', () => {
  const tried = async (argv: string[], options: WorldOptions = {}) => {
    const scenario = scenarioInTest('create-bucket')
    const there = worldWith([scenario], options)
    const code = await there.run('scenario', ...argv)
    const { runs, attackRuns } = scenario
    return { code, runs, attackRuns, stdout: there.stdout(), stderr: there.stderr() }
  }

  test('one attack is one check: its line, then the tally', async () => {
    const { code, stdout, runs } = await tried(['--attack', 'tamper-signature', '--ci'])
    expect(code).toBe(0)
    expect(stdout).toBe(
      'tamper-signature: hop 10 S3 403 SignatureDoesNotMatch\n1 passed, 0 failed\n',
    )
    expect(runs).toEqual([])
  })

  test.each([
    ['device-phishing', 'device-phishing: hop 1 Identity Center accepted'],
    ['brute-force', 'brute-force: hop 9 CLI offline test, 40 characters take 2.8e+52 years'],
  ])('%s ends with what it came to, the same in Spanish', async (id, line) => {
    for (const language of ['en', 'es']) {
      const { stdout } = await tried(['--attack', id, '--ci', '--lang', language])
      expect(stdout).toBe(`${line}\n1 passed, 0 failed\n`)
    }
  })

  test('all of them end in one tally, and with 1 where one did not end as declared', async () => {
    const { code, stdout } = await tried(['--attack', 'all', '--ci', '--hops', 'local'])
    expect(code).toBe(1)
    expect(lastLine(stdout)).toBe('3 passed, 1 failed, 1 skipped')
  })

  test.each([
    [['--attack', 'all'], { only: undefined, hops: 'http' }],
    [['--attack', 'scp', '--hops', 'local'], { only: 'scp', hops: 'local' }],
    [['--attack', 'scp', '--random-seed', '7'], { only: 'scp', randomSeed: 7 }],
  ])('%j runs on %j', async (argv, expected) => {
    const { attackRuns } = await tried(argv)
    expect(attackRuns).toHaveLength(1)
    expect(attackRuns[0]).toMatchObject(expected)
  })

  test('--seed is the seed that the attack is put on', async () => {
    const { attackRuns } = await tried(['--attack', 'scp', '--seed', 'sandbox/seed.yaml'])
    expect(attackRuns[0]?.seed?.accounts).toHaveLength(4)
  })

  test.each([
    [
      ['--attack', 'tamper-signatur'],
      'create-bucket has no attack tamper-signatur; did you mean tamper-signature?',
    ],
    [
      ['--attack', 'x'],
      'create-bucket has no attack x; hopscope scenario --list names its attacks, and all runs them.',
    ],
    [
      ['--attack', 'foreign-decision', '--hops', 'local'],
      'foreign-decision changes bytes between services, and with --hops local there are none; use --hops http.',
    ],
  ])('%j is wrong usage, and nothing is tried', async (argv, sentence) => {
    const { code, attackRuns, stderr } = await tried(argv)
    expect({ code, attackRuns, stderr }).toEqual({
      code: 2,
      attackRuns: [],
      stderr: `hopscope: ${sentence}\n`,
    })
  })

  test('a scenario without attacks has not even all', async () => {
    const there = worldWith([scenarioThat(() => Promise.reject(new Error('ran')))])
    expect(await there.run('scenario', '--attack', 'all')).toBe(2)
  })

  test.each([
    [
      'en',
      '--attack scp does not fit this seed: it needs the account of the first assignment to be a member of the organization, which this seed does not say.',
    ],
    [
      'es',
      '--attack scp no encaja en esta semilla: necesita que la cuenta de la primera asignación sea miembro de la organización, y esta semilla no lo dice.',
    ],
  ])('a seed that does not fit is wrong usage, in a sentence (%s)', async (language, sentence) => {
    const scenario = scenarioInTest('create-bucket')
    const unfit = {
      ...scenario,
      attack: () => Promise.reject(new AttackDoesNotFit('scp', 'noMemberAccount')),
    }
    const there = worldWith([unfit])
    expect(await there.run('scenario', '--attack', 'scp', '--lang', language)).toBe(2)
    expect(there.stderr()).toBe(`hopscope: ${sentence}\n`)
  })

  test('--list names them', async () => {
    const { stdout } = await tried(['--list'])
    expect(stdout).toContain(
      'Attacks on create-bucket (--attack ID, or all)\n  device-phishing, brute-force, tamper-signature, scp, foreign-decision\n',
    )
  })

  test('--json has the members of the contract for each, and no hops', async () => {
    const { stdout } = await tried(['--attack', 'all', '--json', '-'])
    const { attacks, hops, passed, failed, skipped } = JSON.parse(stdout)
    expect({ hops, passed, failed, skipped }).toEqual({
      hops: [],
      passed: 3,
      failed: 1,
      skipped: 1,
    })
    expect(attacks).toHaveLength(5)
    expect(attacks[2]).toStrictEqual({
      id: 'tamper-signature',
      hop: 10,
      party: 's3',
      status: 403,
      code: 'SignatureDoesNotMatch',
      verdict: 'passed',
    })
    expect(attacks[4]).toStrictEqual({
      id: 'foreign-decision',
      hop: 12,
      party: 's3',
      status: null,
      code: null,
      verdict: 'skipped',
    })
  })

  test.each([
    ['a terminal', ['--attack', 'all'], { terminal: true }, true],
    ['a pipe', ['--attack', 'all'], {}, false],
    ['a pipe with --run', ['--attack', 'all', '--run'], {}, true],
    ['a terminal with --ci', ['--attack', 'all', '--ci'], { terminal: true }, false],
  ])('%s: the story of the attack is %#', async (_what, argv, options, whole) => {
    const { stdout } = await tried(argv, options)
    expect(/What stopped it/.test(stdout)).toBe(whole)
  })

  test('SIGINT ends it with 130', async () => {
    const waiting: Scenario = {
      ...scenarioInTest('create-bucket'),
      attack: ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason))
        }),
    }
    const there = worldWith([waiting])
    const ended = there.run('scenario', '--attack', 'all')
    await there.listening()
    there.signal('SIGINT')
    expect(await ended).toBe(130)
  })
})

describe('how a run ends', () => {
  test('with 0 and the tally in the last line where all hops passed', async () => {
    const there = worldWith([scenarioInTest('create-bucket')])
    expect(await there.run('scenario', '--ci')).toBe(0)
    expect(lastLine(there.stdout())).toBe('2 passed, 0 failed')
  })

  test('with 1 where a hop failed', async () => {
    const there = worldWith([scenarioInTest('create-bucket', [getRoleCredentials, refused])])
    expect(await there.run('scenario', '--ci')).toBe(1)
    expect(lastLine(there.stdout())).toBe('1 passed, 1 failed')
  })

  test('the last line is the same in Spanish and on a terminal, for scripts', async () => {
    const there = worldWith([scenarioInTest('create-bucket')], {
      terminal: true,
      env: { NO_COLOR: '1', HOPSCOPE_LANG: 'es' },
    })
    expect(await there.run('scenario')).toBe(0)
    expect(lastLine(there.stdout())).toBe('2 passed, 0 failed')
  })

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'with 130 on %s, after the scenario cleaned up',
    async (name) => {
      let cleaned = false
      const waiting = scenarioThat(
        ({ signal }) =>
          new Promise((_resolve, reject) => {
            signal?.addEventListener('abort', () => {
              cleaned = true
              reject(signal.reason)
            })
          }),
      )
      const there = worldWith([waiting])
      const ended = there.run('scenario', '--ci')
      await there.listening()
      there.signal(name)
      expect(await ended).toBe(130)
      expect(cleaned).toBe(true)
      expect(there.stdout()).toBe('')
      expect(there.stderr()).toBe('hopscope: interrupted; nothing more was sent\n')
    },
  )

  test('with 130 within two seconds also where the scenario does not stop', async () => {
    const stuck = scenarioThat(() => new Promise(() => {}))
    const there = worldWith([stuck])
    const ended = there.run('scenario')
    await there.listening()
    const asked = performance.now()
    there.signal('SIGINT')
    expect(await ended).toBe(130)
    expect(performance.now() - asked).toBeLessThan(2_000)
  })
})

describe('how much is told', () => {
  const told = async (argv: string[], options: WorldOptions) => {
    const there = worldWith([scenarioInTest('create-bucket')], options)
    await there.run('scenario', ...argv)
    return there.stdout()
  }
  const story = /What the auditor sees/

  test.each([
    ['a terminal', [], { terminal: true }, true],
    ['a pipe', [], {}, false],
    ['a pipe with --run', ['--run'], {}, true],
    ['a terminal with --ci', ['--ci'], { terminal: true }, false],
    ['a terminal in CI', [], { terminal: true, env: { CI: 'true' } }, false],
  ])('%s: the whole story is %#', async (_what, argv, options, whole) => {
    expect(story.test(await told(argv, options))).toBe(whole)
  })

  const colour = '\u001b['
  test.each([
    ['on a terminal', [], { terminal: true }, true],
    ['on a terminal with NO_COLOR', [], { terminal: true, env: { NO_COLOR: '1' } }, false],
    ['on a terminal with an empty NO_COLOR', [], { terminal: true, env: { NO_COLOR: '' } }, true],
    ['on a dumb terminal', ['--run'], { terminal: true, env: { TERM: 'dumb' } }, false],
    ['in a pipe', ['--run'], { env: { FORCE_COLOR: '1' } }, false],
    ['with --ci on a terminal', ['--ci'], { terminal: true }, false],
  ])('%s: colours %#', async (_what, argv, options, coloured) => {
    expect((await told(argv, options)).includes(colour)).toBe(coloured)
  })
})

describe('--json', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'report-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const expected = {
    scenario: 'create-bucket',
    entry: 'cli',
    hops: [
      {
        n: 7,
        from: 'cli',
        to: 'identity-center',
        operation: 'GetRoleCredentials',
        status: 200,
        code: null,
        verdict: 'passed',
        expiresAt: '2026-11-24T14:03:22Z',
      },
      {
        n: 12,
        from: 's3',
        to: 'cli',
        operation: 'CreateBucket',
        status: 200,
        code: null,
        verdict: 'passed',
        expiresAt: null,
      },
    ],
    attacks: [],
    passed: 2,
    failed: 0,
    skipped: 0,
  }

  test('writes exactly the members of the contract to a file', async () => {
    const file = join(folder, 'report.json')
    const there = worldWith([scenarioInTest('create-bucket', [getRoleCredentials, createBucket])])
    expect(await there.run('scenario', '--json', file)).toBe(0)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toStrictEqual(expected)
    expect(there.stdout()).toContain('2 passed, 0 failed')
  })

  test('on stdout is alone there; the texts go to stderr', async () => {
    const there = worldWith([scenarioInTest('create-bucket')])
    expect(await there.run('scenario', '--json', '-')).toBe(0)
    expect(there.stdout()).toMatch(/^\{[^\n]*\}\n$/)
    expect(JSON.parse(there.stdout())).toStrictEqual(expected)
    expect(lastLine(there.stderr())).toBe('2 passed, 0 failed')
  })

  test('names a file that cannot be written: exit code 3', async () => {
    const there = worldWith([scenarioInTest('create-bucket')])
    expect(await there.run('scenario', '--json', folder)).toBe(3)
    expect(there.stderr()).toBe(
      `hopscope: ${folder} cannot be written (EISDIR); choose a place that you may write to.\n`,
    )
  })
})
