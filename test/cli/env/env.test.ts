import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { writeInstance } from '#cli/instances/writeInstance.ts'
import { startSandbox } from '#sandbox/index.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { defaultSeed } from '#sandbox/seed/defaultSeed.ts'
import type { Seed } from '#sandbox/seed/seed.ts'
import { world } from '../world.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

let state: string
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), "state of ana's "))
  announce(sandbox)
})
afterEach(() => rmSync(state, { recursive: true }))

const portOf = (url: string) => Number(new URL(url).port)

/** As `start` does; `pid` says whose process it would be. */
function announce({ endpoint, endpoints, controlToken }: Sandbox, pid = process.pid): void {
  writeInstance(state, {
    pid,
    port: portOf(endpoint),
    control: endpoints['control']!,
    controlToken,
    endpoints: { ...endpoints },
  })
}

interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

async function env(args: readonly string[] = [], more: Record<string, string> = {}): Promise<Ran> {
  const there = world({ env: { HOPSCOPE_STATE: state, ...more } })
  const code = await there.run('env', ...args)
  return { code, stdout: there.stdout(), stderr: there.stderr() }
}

interface Told {
  readonly home: string
  readonly profile: string
  readonly profiles: readonly { readonly name: string; readonly accountId: string }[]
  readonly set: Readonly<Record<string, string>>
  readonly unset: readonly string[]
}

async function told(args: readonly string[] = [], more: Record<string, string> = {}) {
  const { code, stdout, stderr } = await env(['--json', ...args], more)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout) as Told
}

const names = ({ profiles }: Told) => profiles.map(({ name }) => name)

const read = ({ home }: Told, path: string) => readFileSync(join(home, '.aws', path), 'utf8')

async function refusal(code: number, args: readonly string[]): Promise<string> {
  const ran = await env(args)
  expect(ran).toMatchObject({ code, stdout: '' })
  return ran.stderr
}

describe('what is printed', () => {
  test('is lines for a shell on stdout, and for a person on stderr', async () => {
    const { code, stdout, stderr } = await env()
    expect(code).toBe(0)
    const lines = stdout.trimEnd().split('\n')
    expect(
      lines.filter((line) => !/^(unset( [A-Z_]+)+|export [A-Z0-9_]+='.*')$/.test(line)),
    ).toEqual([])
    expect(lines).toContain("export AWS_PROFILE='workloads-BucketCreator'")
    expect(lines).toContain(`export AWS_ENDPOINT_URL='${sandbox.endpoint}'`)
    expect(stderr).toContain('HOME')
    expect(stderr).toContain('aws sso login')
    expect(stderr).not.toContain('Nothing has changed yet')
  })

  test('tells who reads it on a terminal that a shell should', async () => {
    const there = world({ env: { HOPSCOPE_STATE: state }, terminal: true })
    expect(await there.run('env')).toBe(0)
    expect(there.stderr()).toContain('Nothing has changed yet')
  })

  test('leads clients to the files of this sandbox, and to its state', async () => {
    const { home, set, unset } = await told()
    expect(home).toBe(join(state, 'homes', String(portOf(sandbox.endpoint))))
    expect(set).toEqual({
      HOME: home,
      AWS_CONFIG_FILE: join(home, '.aws', 'config'),
      AWS_SHARED_CREDENTIALS_FILE: join(home, '.aws', 'credentials'),
      AWS_PROFILE: 'workloads-BucketCreator',
      AWS_REGION: 'us-east-1',
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_ENDPOINT_URL: sandbox.endpoint,
      AWS_EC2_METADATA_DISABLED: 'true',
      HOPSCOPE_STATE: state,
    })
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SESSION_TOKEN', 'AWS_DEFAULT_PROFILE'])
      expect(unset).toContain(name)
  })

  test('takes back addresses that this shell has for one service', async () => {
    const { unset } = await told([], {
      AWS_ENDPOINT_URL_S3: 'https://s3.example',
      AWS_ENDPOINT_URL: 'x',
    })
    expect(unset).toContain('AWS_ENDPOINT_URL_S3')
    expect(unset).not.toContain('AWS_ENDPOINT_URL')
  })

  test.each([
    [{ HTTP_PROXY: 'http://proxy:1' }, '127.0.0.1'],
    [{ https_proxy: 'http://proxy:1' }, undefined],
    [{ http_proxy: 'http://proxy:1', no_proxy: 'a,b' }, 'a,b,127.0.0.1'],
    [{ all_proxy: 'x', NO_PROXY: '127.0.0.1,a' }, '127.0.0.1,a'],
  ])('keeps requests to this machine from the proxy: %j', async (variables, exceptions) => {
    const { set } = await told([], variables)
    expect([set['NO_PROXY'], set['no_proxy']]).toEqual([exceptions, exceptions])
  })

  test('is in Spanish where Spanish is asked for', async () => {
    expect((await env(['--lang', 'es'])).stderr).toContain('Los clientes de AWS ven el sandbox')
  })
})

describe('the files', () => {
  test('name a profile for each role that is assigned, and one for the development key', async () => {
    const there = await told()
    expect(there.profiles).toEqual([
      {
        name: 'workloads-BucketCreator',
        accountId: '222222222222',
        accountName: 'workloads',
        permissionSet: 'BucketCreator',
      },
      expect.objectContaining({ name: 'workloads-ReadOnly', accountId: '222222222222' }),
      expect.objectContaining({ name: 'sandbox-ReadOnly', accountId: '333333333333' }),
      { name: 'admin', accountId: '000000000000' },
    ])
    expect(read(there, 'config')).toContain(
      [
        '[profile sandbox-ReadOnly]',
        'sso_session = hopscope',
        'sso_account_id = 333333333333',
        'sso_role_name = ReadOnly',
        'region = us-east-1',
        'services = hopscope',
        `endpoint_url = ${sandbox.endpoint}`,
      ].join('\n'),
    )
    expect(read(there, 'credentials')).toContain(
      '[admin]\naws_access_key_id = test\naws_secret_access_key = test\n',
    )
  })

  test("have a start URL as AWS's own are, which new clients insist on", async () => {
    expect(read(await told(), 'config')).toMatch(
      /\[sso-session hopscope\]\nsso_start_url = https:\/\/d-[0-9a-f]{10}\.awsapps\.com\/start\nsso_region = us-east-1\n/,
    )
  })

  test('name the address of every API that is served, for all kinds of clients', async () => {
    const there = await told()
    const { endpoints } = sandbox
    const config = read(there, 'config')
    for (const [key, party] of [
      ['sso_oidc', 'identity-center'],
      ['sso', 'identity-center'],
      ['sts', 'sts'],
      ['iam', 'iam'],
      ['s3', 's3'],
    ] as const)
      expect(config).toContain(`\n${key} =\n  endpoint_url = ${endpoints[party]}\n`)
    const models = join(there.home, '.aws', 'models')
    expect(readdirSync(models).sort()).toEqual(
      ['iam', 'partitions.json', 's3', 's3control', 'sdb', 'sso', 'sso-oidc', 'sts'].sort(),
    )
    expect(read(there, 'models/sts/2011-06-15/endpoint-rule-set-1.json')).toContain(
      endpoints['sts'],
    )
  })

  test('lead what is not served back to this machine, and ask no resolver', async () => {
    const { partitions } = JSON.parse(read(await told(), 'models/partitions.json'))
    const { dnsSuffix, dualStackDnsSuffix } = partitions[0].outputs
    for (const suffix of [dnsSuffix, dualStackDnsSuffix]) {
      const { hostname, port, username } = new URL(`https://ec2.us-east-1.${suffix}`)
      expect({ hostname, port }).toEqual({ hostname: '127.0.0.1', port: '1' })
      expect(username).toMatch(/^ec2\.us-east-1\.not-served-by\./)
    }
  })

  test('are the same when they are written again, also after a reset', async () => {
    const before = read(await told(), 'config')
    await sandbox.reset()
    expect(read(await told(), 'config')).toBe(before)
  })

  test('hold no password and no token of the control API', async () => {
    const there = await told()
    const all = readdirSync(there.home, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
      .join('\n')
    expect(all).toContain('BucketCreator')
    expect(all).not.toContain(sandbox.controlToken)
    expect(all).not.toContain('HOPSCOPE2EVA2DEMO')
    expect(all).not.toMatch(/password/i)
  })

  test('are written where --home says, and nowhere else', async () => {
    const home = join(state, 'elsewhere', 'home')
    expect(await told(['--home', home])).toMatchObject({ home, set: { HOME: home } })
    expect(existsSync(join(home, '.aws', 'config'))).toBe(true)
    expect(existsSync(join(state, 'homes'))).toBe(false)
  })

  test('leave a configuration that somebody else wrote as it is', async () => {
    const home = join(state, 'theirs')
    const file = join(home, '.aws', 'config')
    mkdirSync(join(home, '.aws'), { recursive: true })
    writeFileSync(file, '[default]\n')
    expect(await refusal(2, ['--home', home])).toBe(
      `hopscope: ${file} was not written by hopscope and stays as it is; choose another folder with --home.\n`,
    )
    expect(readFileSync(file, 'utf8')).toBe('[default]\n')
  })

  test('cannot be written where a file is in the way', async () => {
    writeFileSync(join(state, 'file'), '')
    expect(await refusal(3, ['--home', join(state, 'file', 'home')])).toContain(
      'cannot be written (',
    )
  })
})

describe('who enters where', () => {
  test.each([
    ['ana@example.com', ['workloads-BucketCreator', 'sandbox-ReadOnly']],
    ['LUIS@example.com', ['workloads-ReadOnly', 'sandbox-ReadOnly']],
  ])('%s sees what is assigned to them, directly or by a group', async (user, profiles) => {
    const there = await told(['--user', user])
    expect(names(there)).toEqual(profiles)
    expect(there.profile).toBe(profiles[0])
    expect(read(there, 'config')).not.toContain('[profile admin]')
    expect(read(there, 'credentials')).not.toContain('aws_')
  })

  test('each of them has a home of their own, so that two can be signed in side by side', async () => {
    const everybody = (await told()).home
    expect((await told(['--user', 'Luis@example.com'])).home).toBe(`${everybody}-luis@example.com`)
    expect((await told(['--user', 'ana@example.com'])).home).toBe(`${everybody}-ana@example.com`)
    expect(readFileSync(join(everybody, '.aws', 'config'), 'utf8')).toContain('[profile admin]')
  })

  test.each([
    [['--account', '333333333333'], 'sandbox-ReadOnly'],
    [['--role', 'ReadOnly'], 'workloads-ReadOnly'],
    [['--role', 'ReadOnly', '--account', '333333333333'], 'sandbox-ReadOnly'],
    [['--account', '000000000000'], 'admin'],
    [['--user', 'luis@example.com', '--account', '333333333333'], 'sandbox-ReadOnly'],
  ])('%j makes AWS_PROFILE %s', async (args, profile) => {
    const there = await told(args)
    expect(there).toMatchObject({ profile, set: { AWS_PROFILE: profile } })
    expect(there.profiles.length).toBeGreaterThan(1)
  })

  test.each([
    [
      ['--account', '111111111111'],
      'there is nothing for --account 111111111111; there is 222222222222 BucketCreator, 222222222222 ReadOnly, 333333333333 ReadOnly, 000000000000.',
    ],
    [
      ['--account', '333333333333', '--role', 'BucketCreator', '--user', 'ana@example.com'],
      'there is nothing for --account 333333333333 --role BucketCreator; there is 222222222222 BucketCreator, 333333333333 ReadOnly.',
    ],
    [['--account', '22'], '--account takes the twelve digits of an account, not 22.'],
    [
      ['--user', 'anna@example.com'],
      'this sandbox knows no person anna@example.com; did you mean ana@example.com?',
    ],
    [
      ['--user', 'nobody'],
      'this sandbox knows no person nobody; it knows ana@example.com, eva@example.com, luis@example.com.',
    ],
    [['--home', ''], '--home takes a folder.'],
    [['--port', '0'], '--port takes a whole number from 1 to 65535, not 0.'],
    [
      ['--control', '127.0.0.1:4565'],
      '--control takes a URL such as http://127.0.0.1:4565, not 127.0.0.1:4565.',
    ],
  ])('%j is refused with what there is', async (args, sentence) => {
    expect(await refusal(2, args)).toBe(`hopscope: ${sentence}\n`)
    expect(existsSync(join(state, 'homes'))).toBe(false)
  })
})

describe('another seed', () => {
  const started = async (seed: Seed): Promise<Sandbox> => {
    const other = await startSandbox({ seed })
    rmSync(join(state, 'instances'), { recursive: true })
    announce(other)
    return other
  }

  test('without Identity Center has its key alone, and no people', async () => {
    const { accounts } = defaultSeed()
    const other = await started({ accounts })
    const there = await told()
    expect(names(there)).toEqual(['admin'])
    expect(read(there, 'config')).not.toContain('sso-session')
    expect((await env()).stderr).not.toContain('sso login')
    expect(await refusal(2, ['--user', 'ana@example.com'])).toContain('has no people')
    await other.close()
  })

  test('with neither keys nor assignments is refused', async () => {
    const other = await started({ accounts: [{ id: '000000000000', name: 'dev' }] })
    expect(await refusal(3, [])).toContain('neither assignments nor keys')
    await other.close()
  })

  test('brings its region, people without roles, and groups without people', async () => {
    const base = defaultSeed()
    const [first] = base.workforce!.users!
    const other = await started({
      ...base,
      workforce: { users: [{ ...first!, userName: 'iris@example.com', groups: ['auditors'] }] },
      identityCenter: {
        ...base.identityCenter!,
        region: 'eu-west-1',
        assignments: [
          { account: '222222222222', permissionSet: 'BucketCreator', user: 'iris@example.com' },
        ],
      },
    })
    const there = await told(['--user', 'iris@example.com'])
    expect(names(there)).toEqual(['workloads-BucketCreator'])
    expect(there.set['AWS_REGION']).toBe('eu-west-1')
    expect(read(there, 'config')).toContain('sso_region = eu-west-1')
    await other.close()
  })
})

describe('which sandbox', () => {
  test('is the newest, or the one that is named', async () => {
    const other = await startSandbox()
    announce(other, process.ppid)
    for (const [args, meant] of [
      [['--port', String(portOf(other.endpoint))], other],
      [['--port', String(portOf(sandbox.endpoint))], sandbox],
      [['--control', sandbox.endpoints['control']!], sandbox],
      [['--control', `${other.endpoints['control']}/`], other],
    ] as const)
      expect((await told(args)).set['AWS_ENDPOINT_URL']).toBe(meant.endpoint)
    await other.close()
  })

  test('is none where none runs', async () => {
    rmSync(join(state, 'instances'), { recursive: true })
    expect(await refusal(3, [])).toBe(
      'hopscope: no sandbox is running; start one with hopscope start, in another terminal, and leave it up.\n',
    )
  })

  test.each([
    ['--port', '1'],
    ['--control', 'http://127.0.0.1:1'],
  ])('is none at %s %s, and those that run are named', async (...args) => {
    const port = portOf(sandbox.endpoint)
    expect(await refusal(3, args)).toContain(`those that run: --port ${port} (`)
  })

  test('is told of where it does not answer, or not as it should', async () => {
    const server = createServer((_request, response) => response.writeHead(404).end())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const control = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    announce({ ...sandbox, endpoints: { ...sandbox.endpoints, control } })
    expect(await refusal(3, [])).toContain('does not answer as it should (404)')
    await new Promise((resolve) => server.close(resolve))
    expect(await refusal(3, [])).toContain(`does not answer at ${control}`)
  })
})
