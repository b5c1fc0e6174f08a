/** Somebody on the wires sees and changes what services send each other; what they send is still checked. */
import { expect, test } from 'vitest'
import { signRequest } from '#kernel/sigv4/signRequest.ts'
import { openInOneProcess } from '#sandbox/startInOneProcess.ts'
import type { Wiretap } from '#sandbox/wiretap.ts'

async function createBucketThrough(wiretap: Wiretap, hops: 'local' | 'http'): Promise<number> {
  const { sandbox } = await openInOneProcess({ hops }, wiretap)
  try {
    const to = sandbox.endpoints['s3']!
    const headers = signRequest({
      method: 'PUT',
      path: '/a-bucket',
      query: '',
      headers: { host: new URL(to).host },
      body: Buffer.alloc(0),
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      scope: { region: 'us-east-1', service: 's3' },
      now: sandbox.clock.now(),
      style: 's3',
    })
    return (await fetch(`${to}/a-bucket`, { method: 'PUT', headers })).status
  } finally {
    await sandbox.close()
  }
}

test('hears every question of a hop, and lets it pass', async () => {
  const heard: string[] = []
  const wiretap: Wiretap = {
    onHop: (question, deliver) => {
      heard.push(`${question.owner} ${question.path}`)
      return deliver(question)
    },
  }
  expect(await createBucketThrough(wiretap, 'http')).toBe(200)
  expect(heard.slice(0, 2)).toEqual([
    'iam /_hop/credentials/resolveCaller',
    'iam /_hop/authorization/authorize',
  ])
})

test('a changed byte of a question is refused by its owner, and S3 makes no bucket', async () => {
  const wiretap: Wiretap = {
    onHop: (question, deliver) => {
      const body = Buffer.from(question.body.toString().replace('a-bucket', 'b-bucket'))
      return deliver({ ...question, body })
    },
  }
  expect(await createBucketThrough(wiretap, 'http')).toBe(500)
})

test('function calls are on no wire', async () => {
  const wiretap: Wiretap = { onHop: () => Promise.reject(new Error('heard something')) }
  expect(await createBucketThrough(wiretap, 'local')).toBe(200)
})
