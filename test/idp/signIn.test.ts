import { describe, expect, test } from 'vitest'
import { type SignInResult, signInWithCode, signInWithPassword } from '#idp/signIn.ts'
import { scope, usedCodes, userKey, users } from '#idp/state.ts'
import { type Company, codeAt, company } from './company.ts'

const address = '127.0.0.1'
const ana = { userName: 'ana@example.com', password: 'hopscope', address }
const eva = { userName: 'eva@example.com', password: 'hopscope', address }

async function disable({ store }: Company, userName: string) {
  await store.write([''], async (tx) => {
    const { value } = (await tx.get(users, scope, userKey(userName)))!
    await tx.put(users, scope, userKey(userName), { ...value, enabled: false })
  })
}

const challengeOf = (result: SignInResult) => {
  if (result.outcome !== 'codeNeeded') throw new Error(result.outcome)
  return result.challenge
}

describe('signing in with a password', () => {
  test('opens a session of eight hours', async () => {
    const deps = await company()
    const result = await signInWithPassword(deps, ana)
    expect(result).toMatchObject({
      outcome: 'signedIn',
      user: { userName: 'ana@example.com' },
      session: {
        mfa: false,
        authnInstant: deps.clock.now(),
        endsAt: deps.clock.now() + 8 * 3_600_000,
      },
    })
  })

  test('does not care for capitals in the name', async () => {
    const result = await signInWithPassword(await company(), {
      ...ana,
      userName: 'Ana@Example.COM',
    })
    expect(result).toMatchObject({ outcome: 'signedIn', user: { userName: 'ana@example.com' } })
  })

  test('answers the same to a wrong password, an unknown user and a disabled one', async () => {
    const deps = await company()
    await disable(deps, 'luis@example.com')
    const refused = await Promise.all([
      signInWithPassword(deps, { ...ana, password: 'wrong' }),
      signInWithPassword(deps, { ...ana, userName: 'nobody@example.com' }),
      signInWithPassword(deps, { ...ana, userName: 'luis@example.com', password: 'otra clave' }),
    ])
    for (const result of refused)
      expect(result).toMatchObject({ outcome: 'refused', because: 'credentials', triesLeft: 4 })
  })

  test('leaves no password in the store: the seed’s is hashed at the first attempt, right or wrong', async () => {
    const deps = await company()
    const dump = () => JSON.stringify([...deps.store.dump()])
    expect(dump()).toContain('otra clave')
    await signInWithPassword(deps, { ...ana, userName: 'luis@example.com', password: 'wrong one' })
    expect(dump()).not.toContain('otra clave')
    expect(dump()).not.toContain('wrong one')
    const again = { ...ana, userName: 'luis@example.com', password: 'otra clave' }
    expect(await signInWithPassword(deps, again)).toMatchObject({ outcome: 'signedIn' })
  })

  test('keeps the token of the session to the browser', async () => {
    const deps = await company()
    const result = await signInWithPassword(deps, ana)
    if (result.outcome !== 'signedIn') throw new Error(result.outcome)
    expect(JSON.stringify([...deps.store.dump()])).not.toContain(result.token)
  })

  test('is locked after five wrong ones, then not even the right one is tried', async () => {
    const deps = await company()
    for (let i = 0; i < 5; i++) await signInWithPassword(deps, { ...ana, password: 'wrong' })
    expect(await signInWithPassword(deps, ana)).toEqual({ outcome: 'locked', retryAfterMs: 30_000 })
    await deps.clock.advance(30_000)
    expect(await signInWithPassword(deps, ana)).toMatchObject({ outcome: 'signedIn' })
  })

  test('of a user with an authenticator app asks for the code and opens no session', async () => {
    const deps = await company()
    expect(await signInWithPassword(deps, eva)).toMatchObject({ outcome: 'codeNeeded' })
    expect([...deps.store.dump()].some(({ collection }) => collection === 'idp.sessions')).toBe(
      false,
    )
  })

  test('and the code in one go opens a session with both', async () => {
    const deps = await company()
    const result = await signInWithPassword(deps, { ...eva, code: codeAt(deps.clock.now()) })
    expect(result).toMatchObject({ outcome: 'signedIn', session: { mfa: true } })
  })

  test('that is wrong does not use up the code that came with it', async () => {
    const deps = await company()
    const code = codeAt(deps.clock.now())
    await signInWithPassword(deps, { ...eva, password: 'wrong', code })
    expect(await signInWithPassword(deps, { ...eva, code })).toMatchObject({ outcome: 'signedIn' })
  })
})

describe('the code of the second step', () => {
  test('opens a session, and its challenge is spent', async () => {
    const deps = await company()
    const challenge = challengeOf(await signInWithPassword(deps, eva))
    const step = { challenge, code: codeAt(deps.clock.now()), address }
    expect(await signInWithCode(deps, step)).toMatchObject({
      outcome: 'signedIn',
      session: { mfa: true },
    })
    expect(await signInWithCode(deps, step)).toMatchObject({
      outcome: 'refused',
      because: 'challenge',
    })
  })

  test('is taken with spaces, as apps show it', async () => {
    const deps = await company()
    const challenge = challengeOf(await signInWithPassword(deps, eva))
    const code = codeAt(deps.clock.now()).replace(/^.{3}/, '$& ')
    expect(await signInWithCode(deps, { challenge, code, address })).toMatchObject({
      outcome: 'signedIn',
    })
  })

  test('works once, also when it comes twice at the same time', async () => {
    const deps = await company()
    const code = codeAt(deps.clock.now())
    const results = await Promise.all(
      Array.from({ length: 3 }, () => signInWithPassword(deps, { ...eva, code })),
    )
    expect(results.map((result) => result.outcome).sort()).toEqual([
      'refused',
      'refused',
      'signedIn',
    ])
    expect(results.find((result) => result.outcome === 'refused')).toMatchObject({
      because: 'codeUsed',
    })
  })

  test('is told apart: wrong, too late, used', async () => {
    const deps = await company()
    const challenge = challengeOf(await signInWithPassword(deps, eva))
    const give = (code: string) => signInWithCode(deps, { challenge, code, address })
    const now = deps.clock.now()
    const wrong = codeAt(now) === '000000' ? '000001' : '000000'
    expect(await give(wrong)).toMatchObject({ because: 'codeWrong', triesLeft: 4 })
    expect(await give(codeAt(now - 120_000))).toMatchObject({ because: 'codeStale', triesLeft: 3 })
    await deps.store.write([''], (tx) =>
      tx.put(usedCodes, scope, 'eva@example.com', Math.floor(now / 30_000)),
    )
    expect(await give(codeAt(now))).toMatchObject({ because: 'codeUsed', triesLeft: 2 })
  })

  test('cannot be guessed without end: a right password does not buy new tries', async () => {
    const deps = await company()
    const outcomes: string[] = []
    for (let i = 0; i < 6; i++) {
      const first = await signInWithPassword(deps, eva)
      outcomes.push(first.outcome)
      if (first.outcome !== 'codeNeeded') continue
      const result = await signInWithCode(deps, { challenge: first.challenge, code: 'x', address })
      outcomes.push(result.outcome)
    }
    expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(5)
    expect(outcomes.at(-1)).toBe('locked')
  })

  test('comes too late after five minutes', async () => {
    const deps = await company()
    const challenge = challengeOf(await signInWithPassword(deps, eva))
    await deps.clock.advance(5 * 60_000)
    const code = codeAt(deps.clock.now())
    expect(await signInWithCode(deps, { challenge, code, address })).toMatchObject({
      because: 'challenge',
    })
  })

  test('is refused for a user who was disabled in between', async () => {
    const deps = await company()
    const challenge = challengeOf(await signInWithPassword(deps, eva))
    await disable(deps, 'eva@example.com')
    const code = codeAt(deps.clock.now())
    expect(await signInWithCode(deps, { challenge, code, address })).toMatchObject({
      because: 'challenge',
    })
  })

  test.each(['', 'unknown'])('without the first step (%j) is refused', async (challenge) => {
    const deps = await company()
    const code = codeAt(deps.clock.now())
    expect(await signInWithCode(deps, { challenge, code, address })).toMatchObject({
      because: 'challenge',
    })
  })
})
