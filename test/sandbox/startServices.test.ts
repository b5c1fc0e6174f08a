/** What the services of one process share, seen from inside. */
import { afterEach, describe, expect, test } from 'vitest'
import { iam } from '#iam/index.ts'
import type { ServiceDefinition } from '#kernel/http/service.ts'
import { s3 } from '#s3/index.ts'
import { openInOneProcess } from '#sandbox/startInOneProcess.ts'
import { type Services, startServices } from '#sandbox/startServices.ts'
import { organizations } from '#services/organizations/index.ts'

const running: Services[] = []
afterEach(async () => {
  for (const services of running.splice(0)) await services.close()
})

const start = async (...definitions: readonly unknown[]): Promise<Services> => {
  const services = await startServices({
    options: { hops: 'http' },
    definitions: definitions as readonly ServiceDefinition[],
    endpoints: () => ({}),
  })
  running.push(services)
  return services
}

test('a transaction that waits for something else is told in the recording', async () => {
  const { store, recorder } = await start(organizations)
  await store.write(['111122223333'], () => new Promise((resolve) => setTimeout(resolve, 2_300)))
  expect(recorder!.events()).toMatchObject([
    {
      kind: 'explain',
      exchange: 0,
      topic: 'failure',
      data: { message: expect.stringContaining('a transaction over 111122223333 waits') },
    },
  ])
})

describe('a service that cannot start', () => {
  const listening = () =>
    process.getActiveResourcesInfo().filter((each) => each === 'TCPServerWrap').length

  test('leaves nothing of the others open', async () => {
    const broken = {
      ...organizations,
      name: 'broken',
      keys: () => Promise.reject(new Error('no keys today')),
    }
    await expect.poll(listening).toBe(0)
    await expect(start(organizations, broken)).rejects.toThrow('no keys today')
    await expect.poll(listening).toBe(0)
  })

  test('services that would ask in a circle do not start', async () => {
    const [port] = iam.asks.filter(({ owner }) => owner === 'organizations')
    const ask = (name: string, owner: string) => ({
      ...organizations,
      name,
      asks: [{ ...port!, owner }],
    })
    await expect(start(ask('one', 'two'), ask('two', 'one'))).rejects.toThrow('one -> two -> one')
  })
})

test('who changed the same thing twice at once is told so in the words of its API', () => {
  expect([iam, s3].map(({ conflict }) => conflict!())).toMatchObject([
    { code: 'ConcurrentModification', status: 409 },
    { code: 'OperationAborted', status: 409 },
  ])
})

test('pages are recorded cookie by cookie, and what was typed is a label', async () => {
  const { sandbox } = await openInOneProcess({})
  const idp = sandbox.endpoints['idp']!
  const login = await fetch(`${idp}/login`)
  const cookie = login.headers.getSetCookie()[0]!.split(';')[0]!
  const csrf = /name="csrf" value="([^"]+)"/.exec(await login.text())?.[1]
  const form = { userName: 'ana@example.com', password: 'hopscope', csrf: csrf! }
  const answer = await fetch(`${idp}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie },
    body: new URLSearchParams(form),
  })
  const set = answer.headers.getSetCookie()
  const requests = sandbox.recording().filter((event) => event.kind === 'request')
  const responses = sandbox.recording().filter((event) => event.kind === 'response')
  expect(requests.at(-1)).toMatchObject({
    from: 'client',
    to: 'idp',
    method: 'POST',
    target: '/login',
  })
  expect(requests.at(-1)!.body.text).toMatch(
    /^userName=ana%40example.com&password=<password:1>&csrf=<csrf-token:\d>$/,
  )
  const recorded = responses.at(-1)!.headers.filter(([name]) => name === 'set-cookie')
  expect(recorded).toHaveLength(set.length)
  for (const [, value] of recorded) expect(value).toMatch(/^[\w-]+=(<cookie:\d>|);/)
  await sandbox.close()
})
