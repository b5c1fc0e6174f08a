/** What every carrier must keep: the same answers, the same refusals, the same records. */
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AwsError } from '#kernel/errors/awsError.ts'
import { believe } from '#kernel/hops/believe.ts'
import { believeCaller } from '#kernel/hops/believeCaller.ts'
import { anonymous, type Caller, type FederatedCaller } from '#kernel/hops/caller.ts'
import { HopError, type HopErrorCode } from '#kernel/hops/hopError.ts'
import { mintCaller } from '#kernel/hops/mintCaller.ts'
import { authorization, credentials, guardrails, roles } from '#kernel/hops/ports.ts'
import { refusedError } from '#kernel/hops/refusal.ts'
import type { Statement } from '#kernel/hops/statement.ts'
import { derivedKeyOf, dev } from './sampleOwners.ts'
import type { World } from './world.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
export const bound = sha256('AWS4-HMAC-SHA256\n20261124T120000Z\n…')
export const otherBound = sha256('another request')
export const scope = { date: '20261124', region: 'us-east-1', service: 's3' }
export const keyAsk = { accessKeyId: 'AKIASAMPLEKEY1234567', scope }
const check = { action: 's3:CreateBucket', resource: 'arn:aws:s3:::reports' }

export async function failureOf(asking: Promise<unknown> | (() => unknown)): Promise<HopError> {
  try {
    await (typeof asking === 'function' ? asking() : asking)
  } catch (error) {
    if (error instanceof HopError) return error
    throw error
  }
  throw new Error('nothing failed')
}

export function carrierContract(kind: string, makeWorld: () => Promise<World>): void {
  let world: World
  beforeEach(async () => {
    world = await makeWorld()
  })
  afterEach(() => world.close())

  const caller = async (boundTo = bound): Promise<Statement<Caller>> =>
    (await world.client('s3', credentials).resolveCaller(keyAsk, { bound: boundTo })).statement
  const authorize = (given: unknown, boundTo = bound, checks = [check]) =>
    world
      .client('s3', authorization)
      .authorize({ caller: given as Statement<Caller>, context: {}, checks }, { bound: boundTo })
  const mint = (service: string, body: FederatedCaller = saml) =>
    mintCaller(body, bound, world.ring(service), world.clock.now())
  const expectRefused = async (asking: Promise<unknown>, code: HopErrorCode) =>
    expect((await failureOf(asking)).code).toBe(code)

  describe(`over ${kind}, an owner`, () => {
    test('answers who the caller is, with the derived key beside the statement', async () => {
      const { statement, secret } = await world
        .client('s3', credentials)
        .resolveCaller(keyAsk, { bound })
      expect(statement).toMatchObject({ issuer: 'iam', about: 'credentials.resolveCaller', bound })
      expect(statement.body).toEqual(dev)
      expect(statement.exp * 1000 - world.clock.now()).toBe(60_000)
      expect(secret).toEqual(derivedKeyOf('20261124'))
    })

    test('answers one decision per check, and asks further on its own', async () => {
      const denied = { action: 'iam:CreateUser', resource: '*' }
      const { statement } = await authorize(await caller(), bound, [check, denied])
      const { decisions } = statement.body
      expect(decisions.map(({ decision }) => decision)).toEqual(['Allow', 'Deny'])
      expect(decisions[0]?.principal).toBe(dev.arn)
      expect(world.records.map(({ to }) => to)).toEqual(['iam', 'organizations', 'iam'])
    })

    test('answers roles, providers and guardrails', async () => {
      const sts = world.client('sts', roles)
      const roleArn = 'arn:aws:iam::111122223333:role/Reader'
      const role = await sts.roleToAssume({ roleArn }, { bound })
      expect(role.statement.body).toMatchObject({ name: 'Reader', maxSessionDuration: 3600 })
      expect(role.secret).toBeUndefined()
      const arn = 'arn:aws:iam::111122223333:saml-provider/corp'
      const provider = await sts.samlProvider({ arn }, { bound })
      expect(provider.statement.body.metadata).toBe('<EntityDescriptor/>')
      const rails = await world
        .client('iam', guardrails)
        .guardrailsFor({ accountId: '111122223333' }, { bound })
      expect(rails.statement.body.rcps).toBeNull()
    })

    test('refuses in its own words, which the asker can say again', async () => {
      const asking = world
        .client('s3', credentials)
        .resolveCaller({ ...keyAsk, sessionToken: 'expired' }, { bound })
      const failure = await failureOf(asking)
      expect(failure.code).toBe('Refused')
      const error = refusedError(failure.refusal!)
      expect(error).toBeInstanceOf(AwsError)
      expect(error).toMatchObject({
        code: 'ExpiredToken',
        status: 400,
        fault: 'Sender',
        message: 'The provided token has expired.',
        members: { 'Token-0': 'label' },
        headers: { 'x-amz-expired': 'yes' },
        detail: { expiredAt: 1_795_000_000 },
      })
    })

    test('that breaks says so and no more', async () => {
      const ask = { ...keyAsk, accessKeyId: 'BREAKS' }
      const failure = await failureOf(world.client('s3', credentials).resolveCaller(ask, { bound }))
      expect(failure).toMatchObject({ code: 'Failed', refusal: undefined })
      expect(failure.message).not.toContain('hunter2')
    })

    test.each(['SHAPELESS', 'SHORTKEY'])('may not answer in a wrong shape (%s)', async (id) => {
      const ask = { ...keyAsk, accessKeyId: id }
      await expectRefused(world.client('s3', credentials).resolveCaller(ask, { bound }), 'Failed')
    })

    test.each(['answer:nothing', 'answer:less'])(
      'may not leave a check undecided (%s)',
      async (a) => {
        const checks = [{ action: a, resource: '*' }, check]
        await expectRefused(authorize(await caller(), bound, checks), 'Failed')
      },
    )

    test('does not pass off another service’s refusal as its own', async () => {
      const given = mint('sts', { ...saml, accountId: '999999999999' })
      await expectRefused(authorize(given), 'Failed')
    })

    test('that is down answers nobody', async () => {
      await world.stop('iam')
      await expectRefused(caller(), 'Unreachable')
    })

    test('that cannot ask further fails closed', async () => {
      const statement = await caller()
      await world.stop('organizations')
      await expectRefused(authorize(statement), 'Failed')
    })
  })

  describe(`over ${kind}, a caller statement`, () => {
    test('is believed when it is passed on for the same request', async () => {
      const statement = await caller()
      const given = statement.jws ?? statement
      expect(believeCaller(given, bound, world.ring('iam'), world.clock.now())).toEqual(dev)
      await expect(authorize(given)).resolves.toBeDefined()
    })

    test('is refused for another request', async () => {
      await expectRefused(authorize(await caller(otherBound)), 'BadStatement')
      const statement = await caller()
      const now = world.clock.now()
      const given = statement.jws ?? statement
      const believing = () =>
        believe(credentials, 'resolveCaller', given, otherBound, world.ring('iam'), now)
      expect((await failureOf(believing)).code).toBe('BadStatement')
    })

    test('is refused after sixty seconds of the sandbox', async () => {
      const statement = await caller()
      await world.clock.advance(59_999)
      await expect(authorize(statement)).resolves.toBeDefined()
      await world.clock.advance(1)
      await expectRefused(authorize(statement), 'BadStatement')
    })

    test('is nothing that an asker can write itself', async () => {
      const { issuer, about, exp } = await caller()
      const forged = { issuer, about, exp, bound, body: { ...dev, type: 'Root' } }
      await expectRefused(authorize(forged), 'BadStatement')
      await expectRefused(authorize(JSON.stringify(forged)), 'BadStatement')
      await expectRefused(authorize({ ...(await caller()) }), 'BadStatement')
    })

    test('cannot be changed by who holds it', async () => {
      const { body } = await caller()
      expect(() => Object.assign(body, { accountId: '999999999999' })).toThrow(TypeError)
      expect(() => Object.assign(body.tags, { team: 'blue' })).toThrow(TypeError)
    })

    test('is not replaced by a decision', async () => {
      const { statement } = await authorize(await caller())
      await expectRefused(authorize(statement as unknown), 'BadStatement')
    })

    test('of nobody needs no proof, and gives nothing', async () => {
      const given = { ...dev, type: 'Anonymous' }
      const { statement } = await authorize(given)
      expect(statement.body.decisions[0]?.principal).toBe('*')
      const now = world.clock.now()
      expect(believeCaller(given, bound, world.ring('iam'), now)).toEqual(anonymous)
    })
  })

  describe(`over ${kind}, a federated caller`, () => {
    test('is who STS says', async () => {
      const { statement } = await authorize(mint('sts'))
      expect(statement.body.decisions[0]?.principal).toBe(saml.arn)
    })

    test('is vouched for by nobody else', () => {
      expect(() => mint('s3')).toThrow('INVARIANT')
      expect(() => mint('iam')).toThrow('INVARIANT')
    })

    test.each(['Root', 'IAMUser', 'AssumedRole', 'Anonymous'] as const)(
      'is never a %s',
      async (type) => {
        const body = { ...saml, type } as unknown as FederatedCaller
        await expectRefused(authorize(mint('sts', body)), 'BadStatement')
      },
    )

    test('is refused for another request, and late', async () => {
      const given = mint('sts')
      await expectRefused(authorize(given, otherBound), 'BadStatement')
      await world.clock.advance(60_000)
      await expectRefused(authorize(given), 'BadStatement')
    })
  })

  describe(`over ${kind}, an ask`, () => {
    test('of a wrong shape is refused before anyone handles it', async () => {
      const s3 = world.client('s3', credentials)
      const wrong = [{}, null, 'text', { ...keyAsk, scope: {} }, { ...keyAsk, accessKeyId: 7 }]
      for (const ask of wrong)
        await expectRefused(s3.resolveCaller(ask as typeof keyAsk, { bound }), 'BadAsk')
    })

    test('about no check at all is refused', async () => {
      await expectRefused(authorize(await caller(), bound, []), 'BadAsk')
    })

    test('bound to no request is refused', async () => {
      for (const wrong of ['', 'today', bound.toUpperCase(), `${bound}\n`])
        await expectRefused(caller(wrong), 'BadAsk')
    })

    test('for a method that the port does not have is refused', async () => {
      for (const method of ['deleteCaller', 'constructor', '__proto__']) {
        const wire = { port: credentials, method, from: 's3', bound, nonce: 'n', depth: 1, ask: {} }
        await expectRefused(world.hops('s3').carrier(credentials).send(wire), 'BadAsk')
      }
    })

    test('five hops deep is refused', async () => {
      const s3 = world.client('s3', credentials)
      await expect(s3.resolveCaller(keyAsk, { bound, depth: 3 })).resolves.toBeDefined()
      await expectRefused(s3.resolveCaller(keyAsk, { bound, depth: 4 }), 'BadAsk')
    })

    test('may name members as it likes', async () => {
      const s3 = world.client('s3', authorization)
      const context = JSON.parse('{"__proto__":["x"],"constructor":["y"],"a\\nb":["z"]}')
      const ask = { caller: await caller(), context, checks: [check] }
      await expect(s3.authorize(ask, { bound })).resolves.toBeDefined()
      const wrong = { ...ask, context: { 'a\nb': 'no list' } as unknown as typeof context }
      await expectRefused(s3.authorize(wrong, { bound }), 'BadAsk')
    })
  })

  describe(`over ${kind}, a record`, () => {
    test('tells who asked whom about what, for which request, and when', async () => {
      const parent = { request: 'r-1' }
      const ask = { ...keyAsk, sessionToken: 'IQoJb3JpZ2luX2VjSECRET' }
      await world.client('s3', credentials).resolveCaller(ask, { bound, parent })
      expect(world.records).toHaveLength(1)
      expect(world.records[0]).toMatchObject({
        parent,
        from: 's3',
        to: 'iam',
        about: 'credentials.resolveCaller',
        carrier: world.kind,
        bound,
        answer: dev,
        outcome: 'answered',
        startedAt: world.clock.now(),
        endedAt: world.clock.now(),
      })
    })

    test('of a hop below another names that one as its parent', async () => {
      await authorize(await caller())
      const [, below, above] = world.records
      expect(below).toMatchObject({ about: 'guardrails.guardrailsFor', parent: above?.id })
      expect(above?.id).not.toBe('')
    })

    test('is made of failures too', async () => {
      const ask = { ...keyAsk, sessionToken: 'expired' }
      await failureOf(world.client('s3', credentials).resolveCaller(ask, { bound }))
      await world.stop('iam')
      await failureOf(caller())
      expect(world.records).toMatchObject([
        { outcome: 'Refused', refusal: { code: 'ExpiredToken' }, answer: undefined },
        { outcome: 'Unreachable', refusal: undefined, answer: undefined },
      ])
    })

    test('holds no secret: not the token, not the derived key', async () => {
      const ask = { ...keyAsk, sessionToken: 'IQoJb3JpZ2luX2VjSECRET' }
      const { secret } = await world.client('s3', credentials).resolveCaller(ask, { bound })
      await world.client('s3', credentials).resolveCaller(ask, { bound })
      const text = JSON.stringify(world.records)
      expect(text).not.toContain('SECRET')
      for (const spelling of ['hex', 'base64', 'base64url', 'latin1'] as const)
        expect(text).not.toContain(secret.toString(spelling))
      expect(text).not.toContain(JSON.stringify(secret))
      const [first, second] = world.records.map(({ ask }) => ask as typeof keyAsk & typeof ask)
      expect(first).toMatchObject({ sessionToken: expect.stringMatching(/^sha256:[0-9a-f]{16}$/) })
      expect(second).toEqual(first)
    })
  })
}

const saml: FederatedCaller = {
  type: 'SAMLUser',
  accountId: '',
  arn: 'arn:aws:iam::111122223333:saml-provider/corp',
  userId: 'corp:ana',
  tags: {},
}
