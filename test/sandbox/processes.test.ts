import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ListRolesCommand } from '@aws-sdk/client-iam'
import { CreateBucketCommand, HeadBucketCommand, ListBucketsCommand } from '@aws-sdk/client-s3'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox } from '#sandbox/index.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { defaultSeed } from '#sandbox/seed/defaultSeed.ts'
import { iamOf, s3Of, stsOf } from './clients.ts'
import { assume, createAdminRole } from './roles.ts'
import { sameAnswers } from './sameAnswers.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Service processes of a launcher, by what the system knows. */
const childrenOf = (pid: number): number[] =>
  execFileSync('ps', ['-e', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((found) => found && Number(found[2]) === pid && found[3]!.includes('serviceProcess.js'))
    .map((found) => Number(found![1]))

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Where started commands say that they run: never in the user's own folder. */
const state = mkdtempSync(join(tmpdir(), 'hopscope-state-'))
afterAll(() => rmSync(state, { recursive: true, force: true }))

beforeAll(() => {
  execFileSync(process.execPath, ['tools/build.mjs', '--quiet'], { cwd: root })
}, 60_000)

describe('each service in a process of its own', () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox({ processes: true })
  })
  afterAll(() => sandbox.close())

  test('is started, and found by its port', () => {
    expect(childrenOf(process.pid)).toHaveLength(6)
    const parties = ['control', 'gateway', 'iam', 'identity-center', 'idp', 'page', 's3', 'sts']
    expect(Object.keys(sandbox.endpoints).sort()).toEqual(parties)
  })

  test('gives the same answers as all in one', async () => {
    const one = await startSandbox()
    const differences = await sameAnswers(one, sandbox)
    await one.close()
    expect(differences).toEqual([])
  })

  test('tells clients the same of people and roles, each API at its own process', async () => {
    const one = await startSandbox()
    const [here, there] = [await sandbox.profiles(), await one.profiles()]
    await one.close()
    const { startUrl, ...directory } = there.directory!
    expect(here.directory).toMatchObject(directory)
    expect(here.directory?.startUrl).not.toBe(startUrl)
    expect(here.apis.map(({ name }) => name)).toEqual(there.apis.map(({ name }) => name))
    expect(here.apis.at(-1)?.endpoint).toBe(sandbox.endpoints['s3'])
    expect(here.admin).toEqual(there.admin)
  })

  test('asks the others over HTTP, and all of it is in one recording', async () => {
    await sandbox.reset()
    await assume(sandbox, await createAdminRole(sandbox))
    const s3 = s3Of(sandbox)
    await s3.send(new CreateBucketCommand({ Bucket: 'recorded' }))
    s3.destroy()
    const whole = () => {
      const events = sandbox.recording()
      const requests = events.filter((event) => event.kind === 'request')
      const hops = events.filter((event) => event.kind === 'hop')
      return {
        to: requests.map(({ to }) => to),
        ordered: events.every(({ seq }, i) => i === 0 || seq > events[i - 1]!.seq),
        parents: hops.every(({ parent, within, from }) =>
          within !== undefined
            ? hops.some(({ id }) => id === within)
            : requests.some(({ exchange, to }) => exchange === parent && to === from),
        ),
        carriers: [
          ...new Set(hops.filter(({ from, to }) => from !== to).map(({ carrier }) => carrier)),
        ],
      }
    }
    await expect.poll(whole).toEqual({
      to: ['iam', 'iam', 'sts', 's3'],
      ordered: true,
      parents: true,
      carriers: ['http'],
    })
    expect((await sandbox.journal('000000000000')).map(({ eventName }) => eventName)).toEqual([
      'CreateRole',
      'AttachRolePolicy',
      'AssumeRole',
      'CreateBucket',
    ])
  })

  test('keeps the time of the sandbox, and goes back to the seed with it', async () => {
    await sandbox.reset()
    const session = await assume(sandbox, await createAdminRole(sandbox))
    const s3 = s3Of(sandbox, session)
    await s3.send(new CreateBucketCommand({ Bucket: 'short-lived' }))
    await sandbox.clock.advance('PT61M')
    await expect(s3.send(new ListBucketsCommand({}))).rejects.toMatchObject({
      name: 'ExpiredToken',
    })
    const sts = stsOf(sandbox, session)
    await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'ExpiredToken',
    })
    await sandbox.reset()
    // The session is of a role that is gone.
    await expect(s3.send(new ListBucketsCommand({}))).rejects.toMatchObject({
      name: 'InvalidAccessKeyId',
    })
    const admin = s3Of(sandbox)
    await expect(
      admin.send(new HeadBucketCommand({ Bucket: 'short-lived' })),
    ).rejects.toMatchObject({
      $metadata: { httpStatusCode: 404 },
    })
    for (const client of [s3, sts, admin]) client.destroy()
    expect(await sandbox.journal('222222222222')).toEqual([])
  })

  test('knows new accounts, and addresses of keys and of their sessions', async () => {
    await sandbox.reset()
    const key = await sandbox.account()
    const role = await createAdminRole({ ...sandbox, endpoint: sandbox.endpoint, admin: key })
    await sandbox.sourceIp(key.accessKeyId, '203.0.113.9')
    const session = await assume(sandbox, role, key)
    const s3 = s3Of(sandbox, session)
    await s3.send(new ListBucketsCommand({}))
    s3.destroy()
    const listed = (await sandbox.journal(key.accountId)).find(
      ({ eventName }) => eventName === 'ListBuckets',
    )
    expect(listed?.sourceIp).toBe('203.0.113.9')
  })
})

describe('an outage of one process', () => {
  const outage = async (service: string) => {
    const sandbox = await startSandbox({ processes: true })
    const session = await assume(sandbox, await createAdminRole(sandbox))
    const before = childrenOf(process.pid).length
    await sandbox.stop(service)
    expect(childrenOf(process.pid)).toHaveLength(before - 1)
    return { sandbox, session }
  }

  test('of STS leaves live sessions working', async () => {
    const { sandbox, session } = await outage('sts')
    const s3 = s3Of(sandbox, session)
    await s3.send(new CreateBucketCommand({ Bucket: 'while-sts-is-down' }))
    const iam = iamOf(sandbox, session)
    await iam.send(new ListRolesCommand({}))
    const sts = stsOf(sandbox)
    await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 503 },
    })
    // What is left can still be moved and reset.
    await sandbox.clock.advance('PT1M')
    await sandbox.reset()
    for (const client of [s3, iam, sts]) client.destroy()
    await sandbox.close()
  })

  test('of IAM lets no request through', async () => {
    const { sandbox, session } = await outage('iam')
    const refused = await Promise.allSettled([
      s3Of(sandbox).send(new ListBucketsCommand({})),
      s3Of(sandbox, session).send(new CreateBucketCommand({ Bucket: 'without-iam' })),
      stsOf(sandbox).send(new GetCallerIdentityCommand({})),
      iamOf(sandbox, session).send(new ListRolesCommand({})),
    ])
    const statuses = refused.map((each) =>
      each.status === 'rejected' ? each.reason.$metadata.httpStatusCode : 'let through',
    )
    expect(statuses).toEqual([500, 500, 500, 503])
    await sandbox.close()
  })
})

describe('no process is left behind', () => {
  const noChildren = () => childrenOf(process.pid)

  test('by close', async () => {
    const sandbox = await startSandbox({ processes: true })
    const pids = noChildren()
    const started = performance.now()
    await Promise.all([sandbox.close(), sandbox.close()])
    expect(performance.now() - started).toBeLessThan(2_000)
    expect(pids.filter(isAlive)).toEqual([])
  })

  test('by hops as function calls, which processes cannot make: nothing starts', async () => {
    await expect(startSandbox({ processes: true, hops: 'local' })).rejects.toThrow(
      /processes cannot ask each other by function calls/,
    )
  })

  test('by a seed that one of them refuses', async () => {
    const seed = defaultSeed()
    const [account, ...others] = seed.accounts
    const users = [{ name: 'x', policies: ['arn:aws:iam::aws:policy/No'] }]
    const wrong = { ...seed, accounts: [{ ...account!, users }, ...others] }
    await expect(startSandbox({ processes: true, seed: wrong })).rejects.toThrow(
      'iam: the seed gives',
    )
    expect(noChildren()).toEqual([])
  })

  test('by a port that is taken, which is named', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const { port } = taken.address() as { port: number }
    await expect(startSandbox({ processes: true, port: port - 6 })).rejects.toMatchObject({
      name: 'PortBusyError',
    })
    expect(noChildren()).toEqual([])
    taken.close()
  })

  interface Started {
    readonly launcher: ChildProcess
    readonly children: number[]
    readonly exit: Promise<number | string | null>
  }

  async function startCommand(): Promise<Started> {
    const launcher = spawn(
      process.execPath,
      ['dist/hopscope.js', 'start', '--processes', '--port', '0', '--json'],
      {
        cwd: root,
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, HOPSCOPE_STATE: state },
      },
    )
    const exit = new Promise<number | string | null>((resolve) =>
      launcher.once('exit', (code, signal) => resolve(code ?? signal)),
    )
    await new Promise<void>((resolve, reject) => {
      launcher.stdout!.on('data', (text) => String(text).includes('"ready"') && resolve())
      void exit.then(() => reject(new Error('it ended before it was ready')))
    })
    return { launcher, children: childrenOf(launcher.pid!), exit }
  }

  test.each(['SIGTERM', 'SIGINT'] as const)('by a command that %s ends', async (signal) => {
    const { launcher, children, exit } = await startCommand()
    expect(children).toHaveLength(6)
    launcher.kill(signal)
    expect(await exit).toBe(0)
    await expect.poll(() => children.filter(isAlive)).toEqual([])
  })

  test('by a command that is killed', async () => {
    const { launcher, children, exit } = await startCommand()
    launcher.kill('SIGKILL')
    expect(await exit).toBe('SIGKILL')
    await expect.poll(() => children.filter(isAlive), { timeout: 5_000 }).toEqual([])
  })
})

test.each(['{}', '{ hops: "http" }', '{ processes: true }'])(
  'a program that closes its sandbox ends by itself (%s)',
  (options) => {
    const program = `
      import { startSandbox } from './dist/index.js'
      const sandbox = await startSandbox(${options})
      const answer = await fetch(sandbox.endpoints.control + '/health')
      await answer.text()
      await sandbox.close()
      console.log('closed')`
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: root,
      encoding: 'utf8',
      timeout: 20_000,
    })
    expect(printed).toBe('closed\n')
  },
)
