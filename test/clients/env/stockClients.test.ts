/**
 * The whole of it as a person lives it: start, `eval "$(hopscope env)"`, `aws sso login`, and then every client that
 * is there, unmodified. Sandbox, clients and browser are confined to this machine.
 */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ClientAnswer } from '../awsClient.ts'
import { findClient, findEvery, mustHave } from '../awsClients.ts'
import { inWindow, launchArguments } from '../browserWindow.ts'
import { type IsolatedEnvironment, isolatedEnvironment } from '../isolatedEnvironment.ts'
import { type Ended, runProgram } from '../runProgram.ts'
import { type BuiltSandbox, startBuilt } from '../startBuilt.ts'
import { type ClientSession, clientSession } from './clientSession.ts'
import { type Confinement, confine } from './confine.ts'
import { loginArguments, ssoLogin } from './ssoLogin.ts'

const command = fileURLToPath(new URL('../../../dist/hopscope.js', import.meta.url))
const scriptOf = (name: string) => fileURLToPath(new URL(name, import.meta.url))

const clis = await findEvery('aws-v2')
const [boto3, browser] = [await findClient('boto3'), await findClient('chromium')]

if (clis.length === 0)
  test.skip('a person with stock clients: no `aws` on PATH says that it is AWS CLI 2', () => {})

describe.each(clis)('a person with AWS CLI $version and the SDKs', ({ file, version }) => {
  let folder: string
  let isolated: IsolatedEnvironment
  let confinement: Confinement | undefined
  let node: string
  let aws: string
  let window: Browser
  let sandbox: BuiltSandbox
  /** What the person's shell has after `eval "$(hopscope env)"`. */
  let env: NodeJS.ProcessEnv
  const sessions: ClientSession[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hopscope-confined-'))
    confinement = await confine(folder)
    if (!confinement) return mustHave('confinement', 'neither namespaces nor strace here')
    isolated = await isolatedEnvironment()
    node = await confinement.program(process.execPath)
    aws = await confinement.program(file)
    sandbox = await startBuilt([], isolated.of(undefined), node)
    if (!browser) return
    const executablePath = await confinement.program(browser.file)
    window = await chromium.launch({ executablePath, args: launchArguments })
  })
  afterAll(async () => {
    for (const session of sessions) session.end()
    await window?.close()
    await sandbox?.stop()
    await confinement?.end()
    await isolated?.remove()
    await rm(folder, { recursive: true, force: true })
  })
  beforeEach(({ skip }) => {
    skip(!confinement, 'neither namespaces nor strace here')
    skip(!browser, 'no Chromium on PATH')
  })

  /** A shell in which other variables of AWS's were set evaluates what `hopscope env` prints. */
  async function evaluated(...args: string[]): Promise<NodeJS.ProcessEnv> {
    const script = `eval "$("$NODE" "$COMMAND" env "$@")" && exec env -0`
    const own = {
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'real',
      AWS_MAX_ATTEMPTS: undefined,
    }
    const { code, stdout, stderr } = await runProgram('sh', ['-c', script, 'sh', ...args], {
      env: { ...isolated.of(undefined), ...own, NODE: node, COMMAND: command },
    })
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining('HOME') })
    const entries = stdout.split('\0').filter((entry) => entry !== '')
    return Object.fromEntries(
      entries.map((entry) => [entry.split('=')[0], entry.slice(entry.indexOf('=') + 1)]),
    )
  }

  const run = (...args: string[]): Promise<Ended> => runProgram(aws, args, { env, cwd: folder })

  async function said(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await run(...args)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return stdout
  }

  /** The control API, from inside. */
  async function post(path: string, body: string): Promise<void> {
    const script = `fetch(process.argv[1], { method: 'POST', body: process.argv[3], headers:
      { 'x-hopscope-token': process.argv[2], 'content-type': 'application/json' },
    }).then((answer) => process.exit(answer.ok ? 0 : 1))`
    const { endpoints, controlToken } = sandbox
    const url = `${endpoints['control']}${path}`
    const ended = await runProgram(node, ['-e', script, url, controlToken, body], { env })
    expect(ended).toMatchObject({ code: 0 })
  }

  /** With keyboard and mouse, in a window of their own. */
  const signIn = (userName: string) =>
    ssoLogin(aws, loginArguments(version), env, async (url) => {
      await inWindow(window, {}, async (page) => {
        await page.goto(url)
        await page.click('#userName')
        await page.keyboard.type(userName)
        await page.click('#password')
        await page.keyboard.type('hopscope')
        await page.keyboard.press('Enter')
        await page.click('button[value=allow]')
        await page.getByRole('heading', { level: 1, name: 'Access allowed' }).waitFor()
      })
    })

  const session = async (interpreter: string, script: string): Promise<ClientSession> => {
    const opened = clientSession(await confinement!.program(interpreter), scriptOf(script), env)
    sessions.push(opened)
    return opened
  }

  test('has no way out of this machine, or none that is not seen', async () => {
    const script = `require('node:net').connect(80, '192.0.2.1')
      .on('error', (error) => { console.log(error.code); process.exit() })
      .setTimeout(500, () => process.exit())`
    const before = (await confinement!.strangers()).length
    const { stdout } = await runProgram(node, ['-e', script], { env: isolated.of(undefined) })
    if (confinement!.by === 'network') expect(stdout).toBe('ENETUNREACH\n')
    else expect((await confinement!.strangers()).slice(before)).toEqual(['192.0.2.1'])
  })

  test('evaluates what env prints, and sees a profile for each role and one for the key', async () => {
    env = await evaluated()
    expect(env).not.toHaveProperty('AWS_ACCESS_KEY_ID')
    expect(env['HOME']).not.toBe(isolated.folder)
    expect((await said('configure', 'list-profiles')).trim().split('\n').sort()).toEqual(
      ['admin', 'sandbox-ReadOnly', 'workloads-BucketCreator', 'workloads-ReadOnly'].sort(),
    )
  })

  test('is told to sign in before they have', async () => {
    const { code, stderr } = await run('s3', 'ls')
    expect(code).not.toBe(0)
    expect(stderr).toContain('SSO')
  })

  test('signs in by the address that aws sso login prints, typing into the page', async () => {
    const { code, output } = await signIn('ana@example.com')
    expect({ code, output }).toMatchObject({
      code: 0,
      output: expect.stringContaining('Successfully logged into Start URL: https://d-'),
    })
    expect(output).toContain('Browser will not be automatically opened.')
    expect(await readdir(join(env['HOME']!, '.aws', 'sso', 'cache'))).toHaveLength(2)
  })

  test('is who they are, makes a bucket, fills it and lists it', async () => {
    expect(JSON.parse(await said('sts', 'get-caller-identity'))).toMatchObject({
      Account: '222222222222',
      Arn: expect.stringMatching(
        /assumed-role\/AWSReservedSSO_BucketCreator_\w{16}\/ana@example\.com$/,
      ),
    })
    expect(await said('s3', 'mb', 's3://demo')).toBe('make_bucket: demo\n')
    await writeFile(join(folder, 'note.txt'), 'hello')
    expect(await said('s3', 'cp', 'note.txt', 's3://demo/a b/note.txt')).toContain('upload: ')
    expect(await said('s3', 'cp', 's3://demo/a b/note.txt', '-')).toBe('hello')
    expect(await said('s3', 'ls', 's3://demo', '--recursive')).toMatch(/ 5 a b\/note\.txt\n$/)
    expect(await said('s3', 'ls')).toMatch(/ demo\n$/)
  })

  test('enters by another profile what is theirs, and nothing that is not', async () => {
    const other = await said('sts', 'get-caller-identity', '--profile', 'sandbox-ReadOnly')
    expect(JSON.parse(other)).toMatchObject({ Account: '333333333333' })
    const key = await said('iam', 'list-users', '--profile', 'admin', '--query', 'Users[].UserName')
    expect(JSON.parse(key)).toEqual(['admin'])
    const { code, stderr } = await run('s3', 'ls', '--profile', 'workloads-ReadOnly')
    expect(code).not.toBe(0)
    expect(stderr).toContain('(ForbiddenException)')
    expect(stderr).toContain('GetRoleCredentials operation: No access')
  })

  test('is refused here what is not served here', async () => {
    const { code, stderr } = await run('ec2', 'describe-instances')
    expect(code).not.toBe(0)
    expect(stderr).toMatch(
      /hopscope has no service for this request|not-served-by\.hopscope\.invalid@127\.0\.0\.1:1/,
    )
  })

  describe('with the same sign-in', () => {
    const open = new Map<string, ClientSession>()

    const programs = [
      ['boto3', () => boto3?.file, './boto3Session.py'],
      ['the SDK for JavaScript v3', () => process.execPath, './sdkV3Session.mjs'],
    ] as const

    test.for(programs)('%s works', async ([name, interpreter, script], { skip }) => {
      const file = interpreter()
      if (file === undefined) return skip('no Python on PATH imports boto3')
      const client = await session(file, script)
      open.set(name, client)
      const Bucket = `of-${name.toLowerCase().replaceAll(' ', '-')}`
      expect(await client.call('sts', 'GetCallerIdentity')).toMatchObject({
        output: { Account: '222222222222', Arn: expect.stringContaining('/ana@example.com') },
      })
      expect(await client.call('s3', 'CreateBucket', { Bucket })).toMatchObject({ output: {} })
      const put = await client.call('s3', 'PutObject', { Bucket, Key: 'a', Body: 'x' })
      expect(put).toMatchObject({ output: {} })
      expect(await client.call('s3', 'ListObjectsV2', { Bucket })).toMatchObject({
        output: { Contents: [{ Key: 'a', Size: 1 }] },
      })
      const denied: ClientAnswer = await client.call('s3', 'DeleteBucket', { Bucket })
      expect(denied).toMatchObject({ code: 'AccessDenied' })
    })

    test('an hour later the role’s time is over for the CLI', async () => {
      await post('/clock', '{"advance":"PT61M"}')
      const { code, stdout, stderr } = await run('s3', 'ls')
      expect({ code, stdout }).toEqual({ code: 254, stdout: '' })
      expect(stderr).toContain('(ExpiredToken)')
    })

    test.for(programs)('and for %s', async ([name], { skip }) => {
      const client = open.get(name) ?? skip('it did not work before')
      expect(await client.call('s3', 'ListBuckets')).toMatchObject({ code: 'ExpiredToken' })
    })
  })

  test('after a reset env is still true: who signs in again goes on', async () => {
    await post('/reset', '')
    env = await evaluated('--account', '333333333333', '--role', 'ReadOnly')
    expect(env['AWS_PROFILE']).toBe('sandbox-ReadOnly')
    expect(await signIn('ana@example.com')).toMatchObject({ code: 0 })
    expect(await said('s3', 'ls')).toBe('')
  })

  test('--user shows what that person may enter, and they may no more than that', async () => {
    env = await evaluated('--user', 'luis@example.com')
    expect((await said('configure', 'list-profiles')).trim().split('\n').sort()).toEqual([
      'sandbox-ReadOnly',
      'workloads-ReadOnly',
    ])
    expect(await signIn('luis@example.com')).toMatchObject({ code: 0 })
    expect(JSON.parse(await said('sts', 'get-caller-identity'))).toMatchObject({
      Account: '222222222222',
      Arn: expect.stringContaining('/luis@example.com'),
    })
    const { code, stderr } = await run('s3', 'mb', 's3://not-his')
    expect(code).not.toBe(0)
    expect(stderr).toContain('(AccessDenied)')
  })

  test('no program has turned to any address beyond this machine', async () => {
    const known = confinement!.by === 'trace' ? ['192.0.2.1'] : []
    expect(await confinement!.strangers()).toEqual(known)
  })
})
