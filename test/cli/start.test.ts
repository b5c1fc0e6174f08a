import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { liveInstances } from '#cli/instances/liveInstances.ts'
import type { RecordedEvent } from '#kernel/trace/recording.ts'
import { PortBusyError } from '#sandbox/portBusyError.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { endpointsInTest, type SandboxInTest, sandboxInTest } from './sandboxInTest.ts'
import { type World, world } from './world.ts'

let state: string
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'state-'))
})
afterEach(() => rmSync(state, { recursive: true, force: true }))

function worldWith(sandbox: Pick<SandboxInTest, 'startSandbox'>, env = {}): World {
  return world({
    env: { HOPSCOPE_STATE: state, ...env },
    pid: process.pid,
    parts: { startSandbox: async () => sandbox.startSandbox },
  })
}

const instances = () => readdirSync(join(state, 'instances'))

describe('start --json', () => {
  test('prints exactly the ready line when everything answers, and nothing else until it ends', async () => {
    const there = worldWith(sandboxInTest())
    const ended = there.run('start', '--json')
    await there.printed('ready')
    there.signal('SIGTERM')
    expect(await ended).toBe(0)
    expect(there.stderr()).toBe('')
    expect(there.stdout()).toMatch(/^\{[^\n]*\}\n$/)
    expect(JSON.parse(there.stdout())).toEqual({
      event: 'ready',
      pid: process.pid,
      endpoints: { ...endpointsInTest, page: endpointsInTest.control },
      admin: { accountId: '000000000000', accessKeyId: 'test', secretAccessKey: 'test' },
      controlToken: 'token-of-the-control-api',
    })
  })

  test('says null where the seed has no key', async () => {
    const there = worldWith(sandboxInTest({ admin: null }))
    const ended = there.run('start', '--json', '--quiet')
    await there.printed('ready')
    there.signal('SIGINT')
    await ended
    expect(JSON.parse(there.stdout())).toMatchObject({ admin: null })
  })
})

describe('start', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('ends cleanly on %s', async (signal) => {
    const sandbox = sandboxInTest()
    const there = worldWith(sandbox)
    const ended = there.run('start')
    await there.printed('Ctrl-C')
    expect(sandbox.closed()).toBe(0)
    there.signal(signal)
    expect(await ended).toBe(0)
    expect(sandbox.closed()).toBe(1)
  })

  test('ends cleanly on a signal that comes before it is up', async () => {
    const sandbox = sandboxInTest()
    let there!: World
    let up = () => {}
    const starting = new Promise<void>((asked) => {
      there = worldWith({
        startSandbox: async (options) => {
          await new Promise<void>((resolve) => {
            up = resolve
            asked()
          })
          return sandbox.startSandbox(options)
        },
      })
    })
    const ended = there.run('start')
    await starting
    there.signal('SIGINT')
    up()
    expect(await ended).toBe(0)
    expect(sandbox.closed()).toBe(1)
    expect(there.stdout()).toBe('')
  })

  test('ends within two seconds where something does not stop, and says so', async () => {
    const there = worldWith(sandboxInTest({ close: () => new Promise(() => {}) }))
    const ended = there.run('start', '--quiet')
    await there.listening()
    const asked = performance.now()
    there.signal('SIGTERM')
    expect(await ended).toBe(0)
    expect(performance.now() - asked).toBeLessThan(2_000)
    expect(there.stderr()).toContain('not everything stopped in time')
  })

  const told = async (...argv: string[]) => {
    const sandbox = sandboxInTest()
    const there = worldWith(sandbox)
    const ended = there.run('start', '--json', ...argv)
    await there.printed('ready')
    there.signal('SIGTERM')
    await ended
    return { options: sandbox.started[0]!, stderr: there.stderr() }
  }

  test.each([
    [[], { port: 4566, host: '127.0.0.1', hops: 'local', processes: false, record: true }],
    [['--port', '0'], { port: 0 }],
    [['--hops', 'http'], { hops: 'http' }],
    [['--processes'], { processes: true, hops: 'http' }],
    [['--processes', '--hops', 'http'], { processes: true, hops: 'http' }],
    [['--record', 'off'], { record: false }],
    [['--journal', '500'], { journal: 500 }],
    [['--host', 'localhost'], { host: 'localhost' }],
  ])('with %j asks the sandbox for %j', async (argv, expected) => {
    expect((await told(...argv)).options).toMatchObject(expected)
  })

  test('takes the accounts of --seed', async () => {
    const { options } = await told('--seed', 'sandbox/seed.yaml')
    expect(options.seed?.accounts.map(({ name }) => name)).toEqual([
      'dev',
      'management',
      'workloads',
      'sandbox',
    ])
  })

  test.each([
    ['127.0.0.1', false],
    ['127.8.9.10', false],
    ['::1', false],
    ['localhost', false],
    ['0.0.0.0', true],
    ['::', true],
    ['192.168.1.20', true],
    ['build-box.example.com', true],
  ])('--host %s warns: %s', async (host, warns) => {
    const { stderr } = await told('--host', host)
    expect(stderr).toBe(
      warns
        ? `hopscope: warning: listening on ${host}: whoever reaches this machine reaches the sandbox and its keys.\n`
        : '',
    )
  })

  test('--quiet prints nothing', async () => {
    const there = worldWith(sandboxInTest())
    const ended = there.run('start', '--quiet')
    await there.listening()
    there.signal('SIGTERM')
    expect(await ended).toBe(0)
    expect(there.stdout() + there.stderr()).toBe('')
  })
})

describe('what start tells a person', () => {
  const screen = async (env: Record<string, string>, ...argv: string[]) => {
    const there = worldWith(sandboxInTest(), env)
    const ended = there.run('start', ...argv)
    await there.printed('Ctrl-C')
    there.signal('SIGTERM')
    await ended
    return there.stdout()
  }

  test.each(['en', 'es'])('reads as agreed in %s and fits 80 columns', async (language) => {
    const shown = await screen({ HOPSCOPE_LANG: language })
    for (const line of shown.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
    await expect(shown).toMatchFileSnapshot(`golden/start.${language}.txt`)
  })

  test('keeps the secrets of the users own seed to itself', async () => {
    const seed = join(state, 'seed.json')
    writeFileSync(
      seed,
      JSON.stringify({
        accounts: [{ id: '111122223333', name: 'a' }],
        workforce: { users: [{ userName: 'zoe', password: 'hush-hush' }] },
      }),
    )
    const shown = await screen({}, '--seed', seed)
    expect(shown).toContain('AWS_SECRET_ACCESS_KEY=<the secret in your seed>')
    expect(shown).toContain('as zoe, with the password in your seed')
    expect(shown).not.toContain('hush-hush')
  })
})

describe('the file of a live instance', () => {
  test('is there while the sandbox is up, for its user alone, and gone after', async () => {
    const there = worldWith(sandboxInTest())
    const ended = there.run('start')
    await there.printed('Ctrl-C')
    const file = join(state, 'instances', `${process.pid}.json`)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      pid: process.pid,
      port: 4566,
      control: 'http://127.0.0.1:4565',
      controlToken: 'token-of-the-control-api',
      endpoints: endpointsInTest,
    })
    expect(liveInstances(state).map(({ pid }) => pid)).toEqual([process.pid])
    there.signal('SIGTERM')
    await ended
    expect(instances()).toEqual([])
  })

  test('does not stop a sandbox where it cannot be written', async () => {
    const file = join(state, 'file')
    writeFileSync(file, '')
    const there = worldWith(sandboxInTest(), { HOPSCOPE_STATE: file })
    const ended = there.run('start', '--json')
    await there.printed('ready')
    there.signal('SIGTERM')
    expect(await ended).toBe(0)
    expect(there.stderr()).toMatch(
      /^hopscope: warning: the state folder .+ cannot be written \(E\w+\)/,
    )
  })
})

describe('what stands in the way', () => {
  const failing = (error: unknown) =>
    worldWith({ startSandbox: () => Promise.reject(error) as Promise<Sandbox> })

  test('a busy port is named, with what to do: exit code 3', async () => {
    const there = failing(new PortBusyError(4571, 'identity-center'))
    expect(await there.run('start')).toBe(3)
    expect(there.stderr()).toBe(
      'hopscope: port 4571 is in use; stop what listens there, or take others with --port N (0: all free).\n',
    )
  })

  test('a port that another hopscope holds is named with its process', async () => {
    const first = worldWith(sandboxInTest())
    const ended = first.run('start')
    await first.printed('Ctrl-C')
    const second = failing(new PortBusyError(4566, 'gateway'))
    expect(await second.run('start')).toBe(3)
    expect(second.stderr()).toContain(`in use by the hopscope of process ${process.pid}; stop it`)
    first.signal('SIGTERM')
    await ended
  })

  test('a busy port is named also where a listener says it in its own words', async () => {
    const error = Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE', port: 4570 })
    const there = failing(error)
    expect(await there.run('start')).toBe(3)
    expect(there.stderr()).toContain('port 4570 is in use; ')
  })

  test('a port of the system is named as such', async () => {
    const there = failing(new PortBusyError(80, 'gateway'))
    expect(await there.run('start', '--port', '80')).toBe(3)
    expect(there.stderr()).toContain('port 80 is in use or reserved for the system')
  })

  test('an address of another machine is named', async () => {
    const error = Object.assign(new Error('listen EADDRNOTAVAIL'), {
      code: 'EADDRNOTAVAIL',
      address: '203.0.113.7',
    })
    const there = failing(error)
    expect(await there.run('start', '--host', '203.0.113.7')).toBe(3)
    expect(there.stderr()).toContain('203.0.113.7 is no address of this machine')
  })

  test('a defect is told as one, with its place: exit code 1', async () => {
    const there = failing(new Error('INVARIANT: broken'))
    expect(await there.run('start')).toBe(1)
    expect(there.stderr()).toMatch(
      /^hopscope: this is a defect of hopscope, not of yours: INVARIANT: broken\n {4}at /,
    )
  })
})

describe('a key that looks like one of AWS itself', () => {
  const badge = (accessKeyId: string) =>
    ({
      kind: 'explain',
      topic: 'badge',
      exchange: 1,
      data: { badge: 'realKey', accessKeyId },
    }) as unknown as RecordedEvent

  test.each([
    ['en', 'looks like a real key of AWS, and was sent to the sandbox'],
    ['es', 'parece una clave real de AWS y llegó al sandbox'],
  ])('is told on stderr, masked and once (%s)', async (lang, sentence) => {
    let tell: (event: RecordedEvent) => void = () => {}
    const sandbox = sandboxInTest({
      onEvent: (listener) => {
        tell = listener
        return () => {}
      },
    })
    const there = worldWith(sandbox, { HOPSCOPE_LANG: lang })
    const ended = there.run('start', '--json')
    await there.printed('ready')
    for (const id of ['AKIA************WXYZ', 'AKIA************WXYZ', 'ASIA************1234'])
      tell(badge(id))
    tell({ kind: 'clock', from: 1, to: 2 } as unknown as RecordedEvent)
    there.signal('SIGTERM')
    await ended
    const lines = there.stderr().trimEnd().split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain(`AKIA************WXYZ ${sentence}`)
    expect(there.stdout()).toMatch(/^\{[^\n]*\}\n$/)
  })
})
