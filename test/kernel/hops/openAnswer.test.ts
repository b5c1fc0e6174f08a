import { describe, expect, test } from 'vitest'
import type { Claims } from '#kernel/hops/jws.ts'
import { credentials, roles } from '#kernel/hops/ports.ts'
import type { Post, PostRequest } from '#kernel/hops/post.ts'
import { bound, failureOf, keyAsk, otherBound } from './contract.ts'
import { httpWorld, ringOf } from './world.ts'

interface Box {
  statement: string
  secret?: string
}
type Reading = (json: Box, request: PostRequest) => unknown

/** Somebody on the wire who puts another answer in place of the owner's. */
const instead = (change: Reading) => (post: Post) => async (request: PostRequest) => {
  const { body } = await post(request)
  const changed = change(JSON.parse(body.toString()), request)
  return { status: 200, body: Buffer.from(JSON.stringify(changed)) }
}

async function answered(
  change: Reading,
  ask: Partial<typeof keyAsk & { sessionToken: string }> = {},
) {
  const world = await httpWorld({ tap: instead(change) })
  const s3 = world.client('s3', credentials)
  try {
    return await failureOf(s3.resolveCaller({ ...keyAsk, ...ask }, { bound }))
  } finally {
    await world.close()
  }
}

const claimsOf = (jws: string): Claims =>
  JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString())

/** The owner's own claims with a change, signed anew by `signer`. */
const resigned =
  (change: Partial<Claims>, signer = 'iam'): Reading =>
  (json) => ({
    ...json,
    statement: ringOf(signer).sign({ ...claimsOf(json.statement), ...change }),
  })

const unsigned = (header: object, claims: object): string =>
  `${[header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`

describe('an answer is refused', () => {
  test.each<[string, Reading, string]>([
    ['signed by another service', resigned({}, 'sts'), 'not a statement of iam'],
    ['for another asker', resigned({ aud: 'lambda' }), 'a statement for lambda'],
    ['to another ask', resigned({ ask: 'f'.repeat(64) }), 'answers another ask'],
    ['for another request', resigned({ bound: otherBound }), 'for another request'],
    ['about another question', resigned({ sub: 'authorization.authorize' }), 'a statement about'],
    ['that has expired', resigned({ exp: Date.UTC(2026, 10, 24) / 1000 }), 'has expired'],
    ['of a wrong shape', resigned({ body: { type: 'Root' } }), 'of a wrong shape'],
    ['without a secret', ({ statement }) => ({ statement }), 'a secret'],
    [
      'with a secret of another ask',
      (json) => ({ ...json, secret: 'AAAA'.repeat(20) }),
      'a secret',
    ],
    [
      'that names no ask',
      (json) => {
        const { ask: _, ...claims } = claimsOf(json.statement)
        return { ...json, statement: ringOf('iam').sign(claims) }
      },
      'answers another ask',
    ],
    [
      'with an algorithm of its own choice',
      (json) => ({ ...json, statement: unsigned({ alg: 'none' }, claimsOf(json.statement)) }),
      'not a statement of iam',
    ],
    [
      'with claims changed after signing',
      (json) => {
        const [header, , signature] = json.statement.split('.')
        const claims = { ...claimsOf(json.statement), body: { type: 'Root' } }
        const payload = Buffer.from(JSON.stringify(claims)).toString('base64url')
        return { ...json, statement: [header, payload, signature].join('.') }
      },
      'not a statement of iam',
    ],
  ])('%s', async (_, change, why) => {
    const failure = await answered(change)
    expect(failure).toMatchObject({ code: 'BadStatement', refusal: undefined })
    expect(failure.message).toContain(why)
  })

  test('that was given before, to the very same question', async () => {
    let first: unknown
    const failure = await answeredTwice((json) => {
      first ??= json
      return first
    })
    expect(failure).toMatchObject({ code: 'BadStatement' })
    expect(failure.message).toContain('answers another ask')
  })

  test.each<[string, unknown]>([
    ['no object', 'yes'],
    ['nothing', {}],
    ['a statement that is no text', { statement: { body: {} } }],
    ['a refusal that nobody signed', { code: 'Refused', refusal: { code: 'ExpiredToken' } }],
    ['a failure that does not exist', { code: 'Answered', message: '' }],
  ])('which is %s', async (_, json) => {
    expect(await answered(() => json)).toMatchObject({ code: 'Failed', refusal: undefined })
  })
})

describe('a refusal', () => {
  const expired = { sessionToken: 'expired' }

  test('is the owner’s signed word', async () => {
    expect(await answered((json) => json, expired)).toMatchObject({ code: 'Refused' })
  })

  test.each<[string, Reading]>([
    ['another service’s', resigned({}, 'sts')],
    ['one for another asker', resigned({ aud: 'lambda' })],
    ['one of another ask', resigned({ ask: 'f'.repeat(64) })],
    ['one of another request', resigned({ bound: otherBound })],
    ['one of another question', resigned({ sub: 'authorization.authorize/refused' })],
    ['one of a wrong shape', resigned({ body: { code: 'ExpiredToken' } })],
  ])('is not %s', async (_, change) => {
    const failure = await answered(change, expired)
    expect(failure).toMatchObject({ code: 'BadStatement', refusal: undefined })
  })

  test('cannot be passed off as an answer', async () => {
    const change = resigned({ sub: 'credentials.resolveCaller' })
    expect(await answered(change, expired)).toMatchObject({ code: 'BadStatement' })
  })
})

test('a secret is refused where the method has none', async () => {
  const world = await httpWorld({ tap: instead((json) => ({ ...json, secret: 'AAAA' })) })
  const asking = world.client('sts', roles).samlProvider({ arn: 'arn' }, { bound })
  expect((await failureOf(asking)).code).toBe('BadStatement')
  await world.close()
})

async function answeredTwice(change: Reading) {
  const world = await httpWorld({ tap: instead(change) })
  const s3 = world.client('s3', credentials)
  try {
    await s3.resolveCaller(keyAsk, { bound })
    return await failureOf(s3.resolveCaller(keyAsk, { bound }))
  } finally {
    await world.close()
  }
}
