/** An attack that is not refused, or never comes to it, must be seen to fail. */
import { expect, test } from 'vitest'
import { signRequest } from '#kernel/sigv4/signRequest.ts'
import { defaultSeed } from '#sandbox/seed/defaultSeed.ts'
import { openInOneProcess } from '#sandbox/startInOneProcess.ts'
import type { Acted, Attack, Stage } from '#scenarios/engine/attack.ts'
import type { RawRequest } from '#scenarios/engine/rawRequest.ts'
import { runAttack } from '#scenarios/engine/runAttack.ts'

const run = (act: (stage: Stage<null>) => Promise<Acted>) => {
  const attack: Attack<null> = {
    id: 'no-permission',
    hop: 11,
    party: 's3',
    expects: { outcome: 'refused', status: 403, code: 'AccessDenied' },
    act,
    conditions: () => [],
  }
  return runAttack(attack, {
    seed: defaultSeed(),
    open: async (seed, wiretap) => {
      const { sandbox, services } = await openInOneProcess({ seed, freshness: 'sandbox' }, wiretap)
      return { world: null, sandbox, services, close: () => sandbox.close() }
    },
  })
}

const createBucket = ({ sandbox }: Stage<null>, secretAccessKey = 'test'): RawRequest => {
  const to = sandbox.endpoints['s3']!
  const headers = signRequest({
    method: 'PUT',
    path: '/a-bucket',
    query: '',
    headers: { host: new URL(to).host },
    body: Buffer.alloc(0),
    credentials: { accessKeyId: 'test', secretAccessKey },
    scope: { region: 'us-east-1', service: 's3' },
    now: sandbox.clock.now(),
    style: 's3',
  })
  return {
    to,
    method: 'PUT',
    target: '/a-bucket',
    headers: [...Object.entries(headers), ['content-length', '0']],
    body: Buffer.alloc(0),
  }
}

const failed = (keys: readonly { key: string; holds: boolean }[]) =>
  keys.filter(({ holds }) => !holds).map(({ key }) => key)

test('one that is let through fails, and what it changed is named', async () => {
  const { report, attempt } = await run((stage) =>
    stage.attacked(() => stage.send(createBucket(stage))),
  )
  expect(report).toMatchObject({ status: 200, code: null, verdict: 'failed' })
  expect(failed(report.conditions)).toEqual(['refusedAsDeclared', 'nothingChanged'])
  expect(attempt?.differences).toEqual([
    's3/bucket-names / a-bucket',
    's3/buckets 000000000000/ a-bucket',
  ])
})

test('one that is refused for another reason fails', async () => {
  const { report } = await run((stage) =>
    stage.attacked(() => stage.send(createBucket(stage, 'wrong'))),
  )
  expect(report).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch', verdict: 'failed' })
  expect(failed(report.conditions)).toEqual(['refusedAsDeclared'])
})

test('a refusal before and after which nobody compared the state fails', async () => {
  const { report } = await run(async () => ({
    answer: { status: 403, code: 'AccessDenied', message: '', body: '' },
  }))
  expect(failed(report.conditions)).toEqual(['nothingChanged'])
})

test('one whose legitimate path is refused fails, in the words of the refusal', async () => {
  const { report, attempt } = await run(() => Promise.reject(new Error('no role for you')))
  expect(attempt).toBeUndefined()
  expect(report).toMatchObject({ status: null, verdict: 'failed', message: 'no role for you' })
  expect(failed(report.conditions)).toEqual(['cameToTheAttack'])
})

test('one that goes for somebody else’s port fails, and sends nothing', async () => {
  const { report } = await run((stage) =>
    stage.attacked(() => stage.send({ ...createBucket(stage), to: 'http://127.0.0.1:9' })),
  )
  expect(report.verdict).toBe('failed')
  expect(report.message).toBe(
    'http://127.0.0.1:9 is no port of this sandbox: attacks go nowhere else',
  )
})
