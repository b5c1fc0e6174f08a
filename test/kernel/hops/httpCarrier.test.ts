import { createLocalJWKSet, jwtVerify } from 'jose'
import { describe, expect, test } from 'vitest'
import { credentials, roles } from '#kernel/hops/ports.ts'
import type { Post } from '#kernel/hops/post.ts'
import { bound, carrierContract, failureOf, keyAsk } from './contract.ts'
import { derivedKeyOf } from './sampleOwners.ts'
import { type HttpWorldOptions, httpWorld, launcherKeys } from './world.ts'

carrierContract('http', httpWorld)

async function inWorld<T>(
  options: HttpWorldOptions,
  use: (world: Awaited<ReturnType<typeof httpWorld>>) => Promise<T>,
): Promise<T> {
  const world = await httpWorld(options)
  try {
    return await use(world)
  } finally {
    await world.close()
  }
}

const minutes = (count: number): number => count * 60_000

describe('a hop over HTTP', () => {
  test('is recorded with what was on the wire', () =>
    inWorld({}, async (world) => {
      const { statement } = await world.client('s3', credentials).resolveCaller(keyAsk, { bound })
      expect(world.records[0]?.wire).toEqual({
        askHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        audience: 's3',
        credential: expect.stringMatching(/^HOP_s3_iam_/),
        jws: statement.jws,
      })
    }))

  test('is recorded with the signed refusal, and with what was sent where nothing came back', () =>
    inWorld({}, async (world) => {
      const s3 = world.client('s3', credentials)
      await failureOf(s3.resolveCaller({ ...keyAsk, sessionToken: 'expired' }, { bound }))
      await world.stop('iam')
      await failureOf(s3.resolveCaller(keyAsk, { bound }))
      const [refused, unreachable] = world.records
      const claims = world.ring('s3').open('iam', refused?.wire?.jws ?? '')
      expect(claims?.sub).toBe('credentials.resolveCaller/refused')
      expect(unreachable?.wire).toMatchObject({ audience: 's3' })
      expect(unreachable?.wire?.jws).toBeUndefined()
    }))

  test('answers with a JWS that any JOSE library verifies with the owner’s published key', () =>
    inWorld({}, async (world) => {
      const { statement } = await world.client('s3', credentials).resolveCaller(keyAsk, { bound })
      const { host, port } = world.addressOf('iam')
      const published = await fetch(`http://${host}:${port}/.well-known/jwks.json`)
      const keySet = createLocalJWKSet((await published.json()) as { keys: [] })
      const { payload, protectedHeader } = await jwtVerify(statement.jws ?? '', keySet, {
        issuer: 'iam',
        audience: 's3',
        typ: 'hop+jwt',
        currentDate: new Date(world.clock.now()),
      })
      expect(protectedHeader).toEqual({ alg: 'EdDSA', typ: 'hop+jwt' })
      expect(payload).toMatchObject({ sub: 'credentials.resolveCaller', bound })
    }))

  test('carries no secret in the clear', async () => {
    const seen: string[] = []
    const tap = (post: Post) => async (request: Parameters<Post>[0]) => {
      const answer = await post(request)
      seen.push(JSON.stringify(request.headers), request.body.toString(), answer.body.toString())
      return answer
    }
    await inWorld({ tap }, (world) =>
      world.client('s3', credentials).resolveCaller(keyAsk, { bound }),
    )
    const text = seen.join('\n')
    const key = derivedKeyOf('20261124')
    const hopSecret = Buffer.from(launcherKeys.keysFor('s3').asks['iam'] ?? '', 'base64')
    for (const secret of [key, hopSecret])
      for (const spelling of ['hex', 'base64', 'base64url'] as const)
        expect(text).not.toContain(secret.toString(spelling))
    expect(text).toContain('HOP_s3_iam_')
  })

  test('renews its credential by the sandbox’s clock, five minutes before it ends', () =>
    inWorld({}, async (world) => {
      const ask = () => world.client('s3', credentials).resolveCaller(keyAsk, { bound })
      await ask()
      await world.clock.advance(minutes(9))
      await ask()
      await world.clock.advance(minutes(1))
      await ask()
      await world.clock.advance(minutes(600))
      await ask()
      const used = world.records.map(({ wire }) => wire?.credential)
      expect(used[1]).toBe(used[0])
      expect(new Set(used).size).toBe(3)
    }))

  test('is tried once more with the next credential where the owner’s clock is ahead', async () => {
    let posts = 0
    let ahead = async () => {}
    const tap = (post: Post) => async (request: Parameters<Post>[0]) => {
      posts++
      if (posts === 1) await ahead()
      return post(request)
    }
    await inWorld({ tap }, async (world) => {
      ahead = () => world.clock.advance(minutes(60))
      const asking = world.client('s3', credentials).resolveCaller(keyAsk, { bound })
      await expect(asking).resolves.toBeDefined()
    })
    expect(posts).toBe(2)
  })

  test('is refused for good where a new credential would be the same', async () => {
    let posts = 0
    const tap = (post: Post) => (request: Parameters<Post>[0]) => {
      posts++
      return post({ ...request, body: Buffer.concat([request.body, Buffer.from(' ')]) })
    }
    await inWorld({ tap }, async (world) => {
      const asking = world.client('s3', credentials).resolveCaller(keyAsk, { bound })
      expect((await failureOf(asking)).code).toBe('BadCredentials')
    })
    expect(posts).toBe(1)
  })

  test('is not even sent by a service that has no business with the owner', async () => {
    const tap = () => () => expect.fail('sent')
    await inWorld({ tap }, async (world) => {
      const asking = world.client('stranger', credentials).resolveCaller(keyAsk, { bound })
      expect((await failureOf(asking)).code).toBe('BadCredentials')
    })
  })

  test('is sent in nobody else’s name', () =>
    inWorld({}, async (world) => {
      const wire = { port: credentials, method: 'resolveCaller', from: 'lambda', bound, depth: 1 }
      const carrier = world.hops('s3').carrier(credentials)
      const sending = carrier.send({ ...wire, nonce: '0123456789abcdef', ask: keyAsk })
      await expect(sending).rejects.toThrow('INVARIANT')
    }))

  test('to an owner that is down fails within milliseconds', () =>
    inWorld({}, async (world) => {
      await world.client('s3', credentials).resolveCaller(keyAsk, { bound })
      await world.stop('iam')
      const began = performance.now()
      const asking = world.client('s3', credentials).resolveCaller(keyAsk, { bound })
      expect((await failureOf(asking)).code).toBe('Unreachable')
      expect(performance.now() - began).toBeLessThan(500)
    }))

  test('that no one can put into JSON is a bad ask', () =>
    inWorld({}, async (world) => {
      const ask = { arn: 1n as unknown as string }
      const failure = await failureOf(world.client('sts', roles).samlProvider(ask, { bound }))
      expect(failure.code).toBe('BadAsk')
    }))

  test('tells the owner’s operator what broke, and the asker only that it did', () =>
    inWorld({}, async (world) => {
      const ask = { ...keyAsk, accessKeyId: 'BREAKS' }
      await failureOf(world.client('s3', credentials).resolveCaller(ask, { bound }))
      expect(world.failures).toHaveLength(1)
      const [failure] = world.failures
      expect(failure).toMatchObject({ cause: { message: expect.stringContaining('hunter2') } })
    }))
})
