/** Where the sandbox differs from AWS, it says so beside the request that meets the difference. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeAccessKeyId } from '#kernel/ids/accessKeyId.ts'
import { systemIds } from '#kernel/ids/systemIds.ts'
import { badgeOf } from '#kernel/trace/badge.ts'
import { startSandbox } from '#sandbox/index.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import type { Seed } from '#sandbox/seed/seed.ts'
import { type RawAnswer, rawExchange } from '../kernel/http/rawExchange.ts'
import { printed, type Signable, signedLines } from '../kernel/http/signedBytes.ts'
import type { Keys } from './clients.ts'

const careful = { accessKeyId: 'careful', secretAccessKey: 'careful' }
const plain = { accessKeyId: 'plain', secretAccessKey: 'plain' }

const allow = (Condition?: Record<string, Record<string, string>>) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*', ...(Condition && { Condition }) }],
})

const seed: Seed = {
  accounts: [
    {
      id: '111122223333',
      name: 'workloads',
      users: [
        {
          name: 'careful',
          accessKeys: [careful],
          inlinePolicy: allow({
            Bool: { 'AWS:SecureTransport': 'true' },
            IpAddress: { 'aws:SourceIp': '127.0.0.1/32' },
          }),
        },
        { name: 'plain', accessKeys: [plain], inlinePolicy: allow() },
      ],
    },
  ],
}

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ seed })
})
beforeEach(() => sandbox.reset())
afterAll(() => sandbox.close())

type Sending = Partial<Signable> & { readonly credentials: Keys }

async function send(sending: Sending, to: Sandbox = sandbox): Promise<RawAnswer> {
  const port = Number(new URL(to.endpoint).port)
  return rawExchange(port, printed(signedLines({ service: 's3', ...sending, port })))
}

const badges = () => sandbox.recording().flatMap((event) => badgeOf(event) ?? [])
const code = ({ body }: RawAnswer) => /<Code>(\w+)<\/Code>/.exec(body)?.[1]

describe('aws:SecureTransport and aws:SourceIp', () => {
  test('are true and the address of loopback, and are marked where a policy asks', async () => {
    expect((await send({ credentials: careful })).status).toBe(200)
    expect(badges()).toEqual([
      { badge: 'secureTransport' },
      { badge: 'sourceIp', sourceIp: '127.0.0.1' },
    ])
  })

  test('are not marked where no policy asks', async () => {
    expect((await send({ credentials: plain })).status).toBe(200)
    expect(badges()).toEqual([])
  })

  test('the address is the one that the control API gave, also where it denies', async () => {
    await sandbox.sourceIp('careful', '203.0.113.7')
    expect(code(await send({ credentials: careful }))).toBe('AccessDenied')
    expect(badges()).toContainEqual({ badge: 'sourceIp', sourceIp: '203.0.113.7' })
  })
})

describe('names of buckets', () => {
  test('are global between accounts, and the prefix of a new account keeps them apart', async () => {
    const [first, second] = [await sandbox.account(), await sandbox.account()]
    const create = (credentials: Keys, name: string) =>
      send({ credentials, method: 'PUT', path: `/${name}` })
    expect((await create(first, 'reports')).status).toBe(200)
    const taken = await create(second, 'reports')
    expect([taken.status, code(taken)]).toEqual([409, 'BucketAlreadyExists'])
    expect(badges()).toEqual([{ badge: 'globalBucketNames', bucket: 'reports' }])
    for (const account of [first, second])
      expect((await create(account, `${account.bucketPrefix}reports`)).status).toBe(200)
    expect(badges()).toHaveLength(1)
  })
})

describe('a key that looks like one of AWS itself', () => {
  const ids = systemIds()
  const secretAccessKey = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYREALSECRET'
  const real = () => ({
    accessKeyId: makeAccessKeyId('AKIA', '123456789012', ids),
    secretAccessKey,
  })
  const old = { accessKeyId: 'AKIAI44QH8DHBEXAMPLX'.replace('8', 'A'), secretAccessKey }
  const masked = (id: string) => `${id.slice(0, 4)}************${id.slice(-4)}`
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const user = 'Action=GetUser&Version=2010-05-08&UserName=somebody-real'

  test.each([
    [
      'S3',
      { service: 's3', method: 'PUT', path: '/b/k', body: 'something real' },
      403,
      'InvalidAccessKeyId',
    ],
    [
      'IAM',
      { service: 'iam', method: 'POST', headers: form, body: user },
      403,
      'InvalidClientTokenId',
    ],
  ] as const)(
    'is refused by %s in its own words, and nothing of it is kept',
    async (_, what, status, said) => {
      for (const credentials of [real(), old]) {
        await sandbox.reset()
        const answer = await send({ ...what, credentials })
        expect([answer.status, code(answer)]).toEqual([status, said])
        const { accessKeyId } = credentials
        expect(badges()).toEqual([{ badge: 'realKey', accessKeyId: masked(accessKeyId) }])
        const kept = JSON.stringify([sandbox.recording(), await sandbox.journal()])
        expect(kept).toContain('"kind":"request"')
        for (const secret of [accessKeyId, secretAccessKey, 'real', /Signature=[0-9a-f]{8}/])
          expect(kept.replaceAll('realKey', '')).not.toMatch(secret)
      }
    },
  )

  test('is refused with its session token, of which nothing is kept either', async () => {
    const accessKeyId = makeAccessKeyId('ASIA', '123456789012', ids)
    const sessionToken = 'IQoJb3JpZ2luX2VjEREALTOKEN'
    const answer = await send({ credentials: { accessKeyId, secretAccessKey, sessionToken } })
    expect([answer.status, code(answer)]).toEqual([400, 'InvalidToken'])
    expect(badges()).toEqual([{ badge: 'realKey', accessKeyId: masked(accessKeyId) }])
    const kept = JSON.stringify(sandbox.recording())
    for (const secret of [accessKeyId, sessionToken]) expect(kept).not.toContain(secret)
  })

  test.each([
    ["AWS's example", 'AKIAIOSFODNN7EXAMPLE'],
    ['a key that a person made up', 'nobody'],
    ['a key of an account that is here', makeAccessKeyId('AKIA', '111122223333', ids)],
  ])('%s does not look so', async (_, accessKeyId) => {
    const answer = await send({ credentials: { accessKeyId, secretAccessKey } })
    expect(code(answer)).toBe('InvalidAccessKeyId')
    expect(badges()).toEqual([])
    expect(JSON.stringify(sandbox.recording())).toContain(accessKeyId)
  })

  test('gets the same answer where nobody records', async () => {
    const silent = await startSandbox({ seed, record: false })
    expect(code(await send({ credentials: real() }, silent))).toBe('InvalidAccessKeyId')
    await silent.close()
  })
})
