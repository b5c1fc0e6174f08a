import { createServer } from 'node:net'
import { GetUserCommand, ListRolesCommand } from '@aws-sdk/client-iam'
import { CreateBucketCommand, HeadBucketCommand, ListBucketsCommand } from '@aws-sdk/client-s3'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox } from '#sandbox/index.ts'
import { PortBusyError } from '#sandbox/portBusyError.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { openInOneProcess } from '#sandbox/startInOneProcess.ts'
import { iamOf, s3Of, stsOf } from './clients.ts'
import { assume, createAdminRole } from './roles.ts'

const parties = ['gateway', 'control', 'page', 'idp', 'identity-center', 'sts', 'iam', 's3']

describe.each(['local', 'http'] as const)(
  'a sandbox whose services ask each other by %s hops',
  (hops) => {
    let sandbox: Sandbox
    beforeAll(async () => {
      sandbox = await startSandbox({ hops })
    })
    afterAll(() => sandbox.close())

    test('has a loopback port for every party, and one endpoint for clients', () => {
      expect(Object.keys(sandbox.endpoints).sort()).toEqual([...parties].sort())
      const ports = Object.values(sandbox.endpoints).map((url) => new URL(url))
      expect(new Set(ports.map(({ hostname }) => hostname))).toEqual(new Set(['127.0.0.1']))
      // The page is on the control port.
      expect(new Set(ports.map(({ port }) => port)).size).toBe(parties.length - 1)
      expect(sandbox.endpoint).toBe(sandbox.endpoints['gateway'])
      expect(sandbox.admin).toEqual({
        accountId: '000000000000',
        accessKeyId: 'test',
        secretAccessKey: 'test',
      })
    })

    test.each(['gateway', 'its own port'])('answers its clients at %s', async (where) => {
      const at = (service: string) => (where === 'gateway' ? undefined : sandbox.endpoints[service])
      const sts = stsOf(sandbox, undefined, at('sts'))
      const iam = iamOf(sandbox, undefined, at('iam'))
      const s3 = s3Of(sandbox, undefined, at('s3'))
      expect((await sts.send(new GetCallerIdentityCommand({}))).Arn).toBe(
        'arn:aws:iam::000000000000:user/admin',
      )
      expect((await iam.send(new GetUserCommand({}))).User?.UserName).toBe('admin')
      await expect(s3.send(new ListBucketsCommand({}))).resolves.toMatchObject({
        $metadata: { httpStatusCode: 200 },
      })
      for (const client of [sts, iam, s3]) client.destroy()
    })

    test('checks every signature', async () => {
      const wrong = stsOf(sandbox, { accessKeyId: 'test', secretAccessKey: 'wrong' })
      await expect(wrong.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
        name: 'SignatureDoesNotMatch',
      })
      wrong.destroy()
    })

    test('gives accounts of their own, each with an administrator', async () => {
      const [one, two] = await Promise.all([sandbox.account(), sandbox.account()])
      expect(one.accountId).toMatch(/^\d{12}$/)
      expect(one.accountId).not.toBe(two.accountId)
      const iam = iamOf(sandbox, one)
      const { Roles } = await iam.send(new ListRolesCommand({}))
      expect(Roles?.every(({ Arn }) => Arn?.includes(one.accountId))).toBe(true)
      iam.destroy()
      const s3 = s3Of(sandbox, one)
      await s3.send(new CreateBucketCommand({ Bucket: `b-${one.accountId}` }))
      s3.destroy()
      const other = s3Of(sandbox, two)
      const head = other.send(new HeadBucketCommand({ Bucket: `b-${one.accountId}` }))
      await expect(head).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } })
      other.destroy()
      expect((await sandbox.journal(one.accountId)).map(({ eventName }) => eventName)).toEqual([
        'ListRoles',
        'CreateBucket',
      ])
    })

    test('gives a key the address that people say, and its sessions too', async () => {
      const role = await createAdminRole(sandbox, 'walker')
      const before = await assume(sandbox, role)
      await sandbox.sourceIp('test', '203.0.113.7')
      const session = await assume(sandbox, role)
      const chained = await assume(sandbox, role, session)
      for (const keys of [undefined, before, session, chained]) {
        const s3 = s3Of(sandbox, keys)
        await s3.send(new ListBucketsCommand({}))
        s3.destroy()
      }
      const listed = (await sandbox.journal('000000000000')).filter(
        ({ eventName }) => eventName === 'ListBuckets',
      )
      expect(listed.slice(-4).map(({ sourceIp }) => sourceIp)).toEqual(Array(4).fill('203.0.113.7'))
      await sandbox.sourceIp(session.accessKeyId, '2001:db8::1')
      const s3 = s3Of(sandbox, chained)
      await s3.send(new ListBucketsCommand({}))
      s3.destroy()
      expect((await sandbox.journal('000000000000')).at(-1)?.sourceIp).toBe('2001:db8::1')
      // Never from a header: the peer's own word counts for nothing.
      await sandbox.reset()
      const response = await fetch(`${sandbox.endpoint}/`, {
        headers: { 'x-forwarded-for': '198.51.100.1' },
      })
      expect(response.status).toBe(403)
    })

    test('has a clock that moves forward, and credentials end by it', async () => {
      const role = await createAdminRole(sandbox, 'timed')
      const session = await assume(sandbox, role)
      const started = sandbox.clock.now()
      expect(await sandbox.clock.advance('PT59M')).toBeGreaterThanOrEqual(started + 59 * 60_000)
      const s3 = s3Of(sandbox, session)
      await s3.send(new ListBucketsCommand({}))
      await sandbox.clock.advance(2 * 60_000)
      await expect(s3.send(new ListBucketsCommand({}))).rejects.toMatchObject({
        name: 'ExpiredToken',
        $metadata: { httpStatusCode: 400 },
      })
      s3.destroy()
      await expect(sandbox.clock.advance(-1)).rejects.toThrow('forward')
      await expect(sandbox.clock.set('2001-01-01T00:00:00Z')).rejects.toThrow('forward')
      await expect(sandbox.clock.advance('an hour')).rejects.toThrow('ISO 8601')
      const then = new Date(sandbox.clock.now() + 3_600_000).toISOString()
      expect(await sandbox.clock.set(then)).toBeGreaterThanOrEqual(Date.parse(then))
      expect(sandbox.recording().filter(({ kind }) => kind === 'clock')).toHaveLength(3)
      await sandbox.reset()
      expect(sandbox.clock.offset()).toBe(0)
    })

    test('keeps a recording by exchange, and tells it as it comes', async () => {
      const heard: string[] = []
      const stop = sandbox.onEvent((event) => heard.push(event.kind))
      const sts = stsOf(sandbox)
      await sts.send(new GetCallerIdentityCommand({}))
      sts.destroy()
      stop()
      const kinds = sandbox.recording().map(({ kind }) => kind)
      expect(kinds.slice(-heard.length)).toEqual(heard)
      expect(heard[0]).toBe('request')
      expect(heard.at(-1)).toBe('response')
      expect(heard).toContain('hop')
    })
  },
)

describe('reset', () => {
  test('goes back to the seed, whatever was done; keys and ports stay', async () => {
    const { sandbox, services } = await openInOneProcess({})
    const dump = () => JSON.stringify([...services.store.dump()])
    const seeded = dump()
    const { endpoints, controlToken } = sandbox
    const role = await createAdminRole(sandbox)
    await assume(sandbox, role)
    const s3 = s3Of(sandbox)
    await s3.send(new CreateBucketCommand({ Bucket: 'a-bucket' }))
    await sandbox.account()
    await sandbox.clock.advance('P1D')
    await sandbox.sourceIp('test', '203.0.113.7')
    expect(dump()).not.toBe(seeded)
    await sandbox.reset()
    expect(dump()).toBe(seeded)
    expect(await sandbox.journal()).toEqual([])
    expect(sandbox.recording()).toEqual([])
    expect(sandbox.clock.offset()).toBe(0)
    expect({ ...sandbox.endpoints }).toEqual({ ...endpoints })
    expect(sandbox.controlToken).toBe(controlToken)
    await s3.send(new CreateBucketCommand({ Bucket: 'a-bucket' }))
    expect((await sandbox.journal())[0]?.sourceIp).toBe('127.0.0.1')
    s3.destroy()
    await sandbox.close()
  })

  test('while requests are under way ends in the seed too', async () => {
    const { sandbox, services } = await openInOneProcess({})
    const seeded = JSON.stringify([...services.store.dump()])
    const s3 = s3Of(sandbox)
    const making = Array.from({ length: 20 }, (_, i) =>
      s3.send(new CreateBucketCommand({ Bucket: `bucket-${i}` })).catch(() => {}),
    )
    await sandbox.reset()
    await Promise.all(making)
    await sandbox.reset()
    expect(JSON.stringify([...services.store.dump()])).toBe(seeded)
    s3.destroy()
    await sandbox.close()
  })
})

describe('an outage', () => {
  test.each(['local', 'http'] as const)(
    'of STS leaves live sessions working (%s)',
    async (hops) => {
      const sandbox = await startSandbox({ hops })
      const session = await assume(sandbox, await createAdminRole(sandbox))
      await sandbox.stop('sts')
      const s3 = s3Of(sandbox, session)
      await s3.send(new CreateBucketCommand({ Bucket: 'while-sts-is-down' }))
      const iam = iamOf(sandbox, session)
      await iam.send(new ListRolesCommand({}))
      const sts = stsOf(sandbox)
      await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
        $metadata: { httpStatusCode: 503 },
      })
      for (const client of [s3, iam, sts]) client.destroy()
      await sandbox.close()
    },
  )

  test.each(['local', 'http'] as const)('of IAM lets no request through (%s)', async (hops) => {
    const sandbox = await startSandbox({ hops })
    const session = await assume(sandbox, await createAdminRole(sandbox))
    const warm = s3Of(sandbox, session)
    await warm.send(new CreateBucketCommand({ Bucket: 'before' }))
    await sandbox.stop('iam')
    const refusals = await Promise.allSettled([
      warm.send(new CreateBucketCommand({ Bucket: 'without-iam' })),
      s3Of(sandbox).send(new ListBucketsCommand({})),
      stsOf(sandbox).send(new GetCallerIdentityCommand({})),
      stsOf(sandbox, session).send(new GetCallerIdentityCommand({})),
      iamOf(sandbox).send(new ListRolesCommand({})),
      iamOf(sandbox, session).send(new ListRolesCommand({})),
    ])
    const statuses = refusals.map((each) =>
      each.status === 'rejected' ? each.reason.$metadata.httpStatusCode : 'let through',
    )
    expect(statuses).toEqual([500, 500, 500, 500, 503, 503])
    expect((await fetch(`${sandbox.endpoint}/before/key`)).status).toBe(500)
    await sandbox.close()
  })
})

describe('starting and ending', () => {
  const listening = () =>
    process.getActiveResourcesInfo().filter((each) => each === 'TCPServerWrap').length

  test('leaves no port open, and may be said twice', async () => {
    await expect.poll(listening).toBe(0)
    const sandbox = await startSandbox({ hops: 'http' })
    expect(listening()).toBeGreaterThan(7)
    await Promise.all([sandbox.close(), sandbox.close()])
    await expect.poll(listening).toBe(0)
    await expect(fetch(sandbox.endpoint)).rejects.toThrow()
  })

  test('is quick once it is loaded', async () => {
    const started = performance.now()
    const sandbox = await startSandbox()
    expect(performance.now() - started).toBeLessThan(1_000)
    await sandbox.close()
  })

  test('gives the ports that follow from the one that was asked for', async () => {
    const base = await freeRange()
    const sandbox = await startSandbox({ port: base })
    const port = (name: string) => Number(new URL(sandbox.endpoints[name]!).port) - base
    expect({
      gateway: port('gateway'),
      control: port('control'),
      idp: port('idp'),
      identityCenter: port('identity-center'),
      sts: port('sts'),
      iam: port('iam'),
      s3: port('s3'),
    }).toEqual({ gateway: 0, control: -1, idp: 4, identityCenter: 5, sts: 6, iam: 7, s3: 8 })
    await sandbox.close()
  })

  test.each([
    ['gateway', 0],
    ['control', -1],
    ['identity-center', 5],
    ['s3', 8],
  ])('says which port is taken (%s), and closes those that it had opened', async (name, offset) => {
    const base = await freeRange()
    const taken = createServer().listen(base + offset, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const failure = await startSandbox({ port: base }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(PortBusyError)
    expect((failure as PortBusyError).port).toBe(base + offset)
    expect((failure as PortBusyError).message).toContain(`(${name})`)
    taken.close()
    await new Promise((resolve) => taken.once('close', resolve))
    const sandbox = await startSandbox({ port: base })
    await sandbox.close()
  })

  test('two in one process know nothing of each other', async () => {
    const [one, two] = await Promise.all([startSandbox(), startSandbox()])
    expect(
      Object.values(one.endpoints).filter((url) => Object.values(two.endpoints).includes(url)),
    ).toEqual([])
    const role = await createAdminRole(one)
    const session = await assume(one, role)
    const s3 = s3Of(two, session)
    await expect(s3.send(new ListBucketsCommand({}))).rejects.toMatchObject({
      name: 'InvalidToken',
    })
    s3.destroy()
    await one.clock.advance('PT1H')
    expect(two.clock.offset()).toBe(0)
    expect(await two.journal('000000000000')).toEqual([])
    expect(one.controlToken).not.toBe(two.controlToken)
    await Promise.all([one.close(), two.close()])
  })

  test('without a recording there is none, and everything else works', async () => {
    const sandbox = await startSandbox({ record: false })
    const sts = stsOf(sandbox)
    await sts.send(new GetCallerIdentityCommand({}))
    sts.destroy()
    await sandbox.clock.advance('PT1M')
    expect(sandbox.recording()).toEqual([])
    expect(await sandbox.journal('000000000000')).toHaveLength(1)
    await sandbox.close()
  })
})

/** A port such that it and all that follow from it are free. */
async function freeRange(): Promise<number> {
  for (let base = 20_000 + Math.floor(Math.random() * 10_000); ; base += 20) {
    const offsets = [-1, 0, 4, 5, 6, 7, 8]
    const free = await Promise.all(offsets.map((offset) => isFree(base + offset)))
    if (free.every(Boolean)) return base
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
