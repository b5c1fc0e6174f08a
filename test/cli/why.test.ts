import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AttachRolePolicyCommand, CreateRoleCommand } from '@aws-sdk/client-iam'
import { CreateBucketCommand, DeleteBucketCommand, ListBucketsCommand } from '@aws-sdk/client-s3'
import { AssumeRoleCommand } from '@aws-sdk/client-sts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Why } from '#cli/why/why.ts'
import { type SignableRequest, signRequest } from '#kernel/sigv4/signRequest.ts'
import { iamOf, type Keys, s3Of, sessionKeys, stsOf } from '../sandbox/clients.ts'
import { type WhyWorld, whyIn, whyWorld } from './whyWorld.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

const keysOf = (name: string): Keys => ({
  accessKeyId: `${name}-key`,
  secretAccessKey: `${name}-secret`,
})

const keys = (why: Why) => why.because.map(({ key }) => key)

const carriers = [
  ['function calls', { hops: 'local' }],
  ['HTTP', { hops: 'http' }],
  ['processes', { processes: true }],
] as const

beforeAll(() => {
  execFileSync(process.execPath, ['tools/build.mjs', '--quiet'], { cwd: root })
}, 60_000)

describe.each(carriers)('denials, with hops by %s', (_, options) => {
  let here: WhyWorld
  let role: string
  beforeAll(async () => {
    here = await whyWorld(options)
    role = await roleFor(here)
  })
  afterAll(() => here.close())

  /** What the client got, and the explanation of that very request. */
  async function refusal(act: (here: WhyWorld) => Promise<unknown>): Promise<Why> {
    const error = await act(here).then(
      () => undefined,
      (thrown: { $metadata: { requestId: string } }) => thrown,
    )
    if (!error) throw new Error('it was not refused')
    return here.last(error.$metadata.requestId)
  }

  const createBucket = (by: Keys) => (there: WhyWorld) =>
    s3Of(there.sandbox, by).send(new CreateBucketCommand({ Bucket: 'a-bucket' }))

  test('a missing action names the identity policies, and why the nearest statement missed', async () => {
    const why = await refusal(createBucket(keysOf('reader')))
    expect(why).toMatchObject({
      party: 's3',
      operation: 'CreateBucket',
      hop: { n: 11, from: 's3', to: 'iam' },
      stage: 'authorise',
      status: 403,
      code: 'AccessDenied',
      kind: 'policy',
      change: null,
      inside: null,
    })
    expect(keys(why)).toEqual(['noIdentityAllow'])
    expect(why.message).toContain('because no identity-based policy allows')
    expect(why.decision?.decidedBy).toEqual({ layer: 'identity', explicit: false })
    const { statements } = layer(why, 'identity').policies[0]!
    expect(statements[0]).toMatchObject({ sid: 'Reading', matched: false })
    expect(statements[0]!.because[0]).toEqual({
      element: 'action',
      matched: false,
      key: 'noActionMatches',
      wanted: ['s3:Get*', 's3:List*'],
      got: ['s3:CreateBucket'],
    })
  })

  test('a permissions boundary that allows nothing of it', async () => {
    const why = await refusal(createBucket(keysOf('capped')))
    expect(keys(why)).toEqual(['noAllowInCap'])
    expect(why.decision?.decidedBy).toEqual({ layer: 'boundary', explicit: false })
    expect(layer(why, 'identity').verdict).toBe('allow')
  })

  test('an explicit deny names the policy and the statement', async () => {
    const why = await refusal(createBucket(keysOf('denied')))
    expect(keys(why)).toEqual(['explicitDeny'])
    expect(why.decision?.decidedBy).toMatchObject({
      layer: 'identity',
      explicit: true,
      sid: 'NoBuckets',
    })
  })

  test('a service control policy names the level where it is attached', async () => {
    await s3Of(here.sandbox, keysOf('admin')).send(new CreateBucketCommand({ Bucket: 'kept' }))
    const why = await refusal(({ sandbox }) =>
      s3Of(sandbox, keysOf('admin')).send(new DeleteBucketCommand({ Bucket: 'kept' })),
    )
    expect(keys(why)).toEqual(['explicitDenyAt'])
    expect(why.because[0]!.params).toMatchObject({ layer: 'scp', policy: 'KeepBuckets' })
    expect(why.decision?.decidedBy?.layer).toBe('scp')
  })

  test('a session policy caps what its role may do', async () => {
    const Policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
    })
    const assumed = await stsOf(here.sandbox, keysOf('admin')).send(
      new AssumeRoleCommand({
        RoleArn: role,
        RoleSessionName: 'session',
        ExternalId: 'right',
        Policy,
      }),
    )
    const why = await refusal(createBucket(sessionKeys(assumed)))
    expect(keys(why)).toEqual(['noAllowInCap'])
    expect(why.decision?.decidedBy?.layer).toBe('session')
  })

  test("a role's trust policy names the condition that does not hold, and what was compared", async () => {
    const why = await refusal(({ sandbox }) =>
      stsOf(sandbox, keysOf('admin')).send(
        new AssumeRoleCommand({ RoleArn: role, RoleSessionName: 'session', ExternalId: 'wrong' }),
      ),
    )
    expect(why).toMatchObject({ party: 'sts', operation: 'AssumeRole', hop: null, kind: 'policy' })
    expect(keys(why)).toEqual(['noTrust'])
    const { because } = layer(why, 'resource').policies[0]!.statements[0]!
    expect(because.find(({ element }) => element === 'condition')).toMatchObject({
      matched: false,
      operator: 'StringEquals',
      contextKey: 'sts:ExternalId',
      wanted: ['right'],
      got: ['wrong'],
    })
  })

  test('a service that does not answer is named, with the question', async () => {
    await here.sandbox.stop('iam')
    const why = await refusal(createBucket(keysOf('admin')))
    expect(why).toMatchObject({ party: 's3', kind: 'hop', hop: { n: 10 } })
    expect(why.because[0]).toMatchObject({
      key: 'hopFailed',
      params: { from: 's3', to: 'iam', about: 'credentials.resolveCaller', outcome: 'Unreachable' },
    })
  })
})

const layer = (why: Why, id: string) => why.decision!.layers.find((each) => each.layer === id)!

/** Its trust wants the external id `right`. */
async function roleFor({ sandbox }: WhyWorld): Promise<string> {
  const iam = iamOf(sandbox, keysOf('admin'))
  const { Role } = await iam.send(
    new CreateRoleCommand({
      RoleName: 'trusting',
      AssumeRolePolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::222222222222:root' },
            Action: 'sts:AssumeRole',
            Condition: { StringEquals: { 'sts:ExternalId': 'right' } },
          },
        ],
      }),
    }),
  )
  const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess'
  await iam.send(new AttachRolePolicyCommand({ RoleName: 'trusting', PolicyArn }))
  return Role!.Arn!
}

describe('what was signed, and with what', () => {
  let here: WhyWorld
  beforeAll(async () => {
    here = await whyWorld()
  })
  afterAll(() => here.close())

  const signable = (changes: Partial<SignableRequest> = {}): SignableRequest => ({
    method: 'GET',
    path: '/a-bucket/a%20b',
    query: '',
    headers: { host: new URL(here.sandbox.endpoint).host },
    body: Buffer.alloc(0),
    credentials: { accessKeyId: 'admin-key', secretAccessKey: 'admin-secret' },
    scope: { region: 'us-east-1', service: 's3' },
    now: here.sandbox.clock.now(),
    style: 's3',
    ...changes,
  })

  /** Signs one request and sends another. */
  async function sent(
    signed: SignableRequest,
    changes: Partial<Pick<SignableRequest, 'method' | 'path' | 'query'>> = {},
    edit: (headers: Record<string, string>) => Record<string, string> = (headers) => headers,
  ): Promise<Why> {
    const { method, path, query } = { ...signed, ...changes }
    const { host: _, ...headers } = edit(signRequest(signed))
    const target = query === '' ? path : `${path}?${query}`
    const body = signed.body.length > 0 ? { body: signed.body } : {}
    const answer = await fetch(here.sandbox.endpoint + target, { method, headers, ...body })
    expect(answer.ok).toBe(false)
    return here.last()
  }

  test.each([
    [
      'pathEncodedTwice',
      () => sent(signable({ path: '/a-bucket/a%2520b' }), { path: '/a-bucket/a%20b' }),
    ],
    [
      'trailingSlash',
      () => sent(signable({ method: 'PUT', path: '/a-bucket/' }), { path: '/a-bucket' }),
    ],
    ['hostPort', () => sent(signable({ headers: { host: '127.0.0.1' } }))],
    ['otherMethod', () => sent(signable({ method: 'HEAD' }), { method: 'GET' })],
    ['queryNotSigned', () => sent(signable(), { query: 'versions' })],
    ['emptyPayloadHash', () => emptyHash()],
  ])('a signature with the mistake %s is told of it, with its fix', async (id, act) => {
    const why = await act()
    expect(why).toMatchObject({ kind: 'signature', code: 'SignatureDoesNotMatch' })
    expect(why.signature?.diagnosis.mistakes.map((mistake) => mistake.id)).toEqual([id])
    const { stdout } = await here.why()
    expect(stdout).toContain('what to do: ')
  })

  /** A form that is signed as if there were none. */
  async function emptyHash(): Promise<Why> {
    const form = 'Action=GetCallerIdentity&Version=2011-06-15'
    const type = 'application/x-www-form-urlencoded'
    const signed = signable({
      method: 'POST',
      path: '/',
      headers: { host: new URL(here.sandbox.endpoint).host, 'content-type': type },
      scope: { region: 'us-east-1', service: 'sts' },
      style: 'standard',
    })
    const { host: _, ...headers } = signRequest(signed)
    await fetch(here.sandbox.endpoint, { method: 'POST', headers, body: form })
    return here.last()
  }

  test('two mistakes at once are both told', async () => {
    const why = await sent(
      signable({ path: '/a-bucket/a%2520b', headers: { host: '127.0.0.1' } }),
      { path: '/a-bucket/a%20b' },
    )
    expect(why.signature?.diagnosis.mistakes.map(({ id }) => id)).toEqual([
      'pathEncodedTwice',
      'hostPort',
    ])
    expect(why).toMatchObject({ party: 's3', hop: { n: 10 }, stage: 'authenticate' })
  })

  test('a wrong secret is told as what no guess explains, with what cannot be tried', async () => {
    const credentials = { accessKeyId: 'admin-key', secretAccessKey: 'admin-secret\n' }
    const why = await sent(signable({ credentials }))
    expect(keys(why)).toEqual(['signatureMismatch', 'nothingGuessed', 'cannotBeTried'])
    expect(why.signature?.diagnosis).toMatchObject({ mistakes: [], complete: true })
    expect(why.signature?.notCovered.headers).toContain('user-agent')
  })

  test('nothing of the explanation is in the answer', async () => {
    const { host: _, ...headers } = signRequest(signable({ path: '/a-bucket/a%2520b' }))
    const answer = await fetch(`${here.sandbox.endpoint}/a-bucket/a%20b`, { headers })
    const body = await answer.text()
    expect(body).toContain('SignatureDoesNotMatch')
    expect(body).not.toMatch(/pathEncodedTwice|encoded twice|diagnosis/)
  })

  test.each<[string, string, () => Promise<Why>]>([
    [
      'no such key',
      'noSuchKey',
      () => sent(signable({ credentials: { accessKeyId: 'nobody', secretAccessKey: 'x' } })),
    ],
    [
      'a token with a long-term key',
      'tokenWithLongTermKey',
      () =>
        sent(
          signable({
            credentials: {
              accessKeyId: 'admin-key',
              secretAccessKey: 'admin-secret',
              sessionToken: 'left',
            },
          }),
        ),
    ],
    [
      'a temporary key without its token',
      'tokenMissing',
      () =>
        sent(
          signable({ credentials: { accessKeyId: 'ASIAQAAAAAAAAAAAAAAA', secretAccessKey: 'x' } }),
        ),
    ],
    [
      'a token that IAM cannot open',
      'sealDoesNotOpen',
      () =>
        sent(
          signable({
            credentials: {
              accessKeyId: 'ASIAQAAAAAAAAAAAAAAA',
              secretAccessKey: 'x',
              sessionToken: 'of another world',
            },
          }),
        ),
    ],
    [
      'a region that is none',
      'noRegion',
      () => sent(signable({ path: '/', scope: { region: 'nowhere', service: 's3' } })),
    ],
    [
      'a header that was not signed',
      'headersNotSigned',
      () => sent(signable(), {}, (headers) => ({ ...headers, 'x-amz-meta-late': 'added' })),
    ],
    [
      'no payload hash',
      'missingPayloadHash',
      () => sent(signable(), {}, ({ 'x-amz-content-sha256': _, ...headers }) => headers),
    ],
    [
      'another scheme',
      'unsupportedMechanism',
      () => sent(signable(), {}, (headers) => ({ ...headers, authorization: 'Basic dGVzdA==' })),
    ],
    [
      'an Authorization header without Signature',
      'authorizationMissing',
      () =>
        sent(signable(), {}, (headers) => ({
          ...headers,
          authorization: headers['authorization']!.replace(/, Signature=.*/, ''),
        })),
    ],
    [
      'a credential of six parts',
      'malformedCredential',
      () =>
        sent(signable(), {}, (headers) => ({
          ...headers,
          authorization: headers['authorization']!.replace('/s3/', '/more/s3/'),
        })),
    ],
  ])('%s has a sentence of its own', async (_, key, act) => {
    const why = await act()
    expect(keys(why)[0]).toBe(key)
  })

  test('an hour of credentials that are over: when, and how much later it is', async () => {
    const role = await roleFor(here)
    const assumed = await stsOf(here.sandbox, keysOf('admin')).send(
      new AssumeRoleCommand({ RoleArn: role, RoleSessionName: 'session', ExternalId: 'right' }),
    )
    await here.sandbox.clock.advance('PT61M')
    const old = s3Of(here.sandbox, sessionKeys(assumed))
    await expect(old.send(new ListBucketsCommand({}))).rejects.toThrow('expired')
    const why = await here.last()
    expect(why).toMatchObject({ kind: 'credentials', code: 'ExpiredToken', hop: { n: 10 } })
    expect(why.because[0]).toMatchObject({
      key: 'tokenExpired',
      params: { late: expect.stringMatching(/^6\d s$/) },
    })
  })

  test('a date too far off: how far, by the clock of the sandbox and by that of the machine', async () => {
    const why = await sent(signable({ now: here.sandbox.clock.now() + 20 * 60_000 }))
    expect(why).toMatchObject({ kind: 'date', code: 'RequestTimeTooSkewed', hop: { n: 9 } })
    expect(keys(why)).toEqual(['clockSkew', 'clockSkewOnHost'])
    expect(why.because[0]!.params).toMatchObject({ distance: '20 min', window: '15 min' })
    expect(why.because[1]!.params).toMatchObject({ distance: '1 h 21 min' })
  })

  test('a key of the services themselves, at the gateway', async () => {
    const credentials = { accessKeyId: 'HOP_s3_iam_1', secretAccessKey: 'x' }
    const why = await sent(signable({ credentials }))
    expect(why).toMatchObject({ party: 'gateway', kind: 'credentials', code: 'InvalidAccessKeyId' })
    expect(keys(why)).toEqual(['hopKeyAtGateway'])
  })

  test('a service that is not there, at the gateway', async () => {
    const why = await sent(signable({ scope: { region: 'us-east-1', service: 'sqs' }, path: '/' }))
    expect(why).toMatchObject({ party: 'gateway', status: 501, kind: 'request' })
    expect(keys(why)).toEqual(['unknownService'])
  })
})

describe('pages', () => {
  let here: WhyWorld
  beforeAll(async () => {
    here = await whyWorld()
  })
  afterAll(() => here.close())

  const post = (party: string, path: string, form: Record<string, string>) =>
    fetch(here.sandbox.endpoints[party] + path, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'manual',
    })

  test('a SAML request that is none, at the identity provider', async () => {
    await fetch(`${here.sandbox.endpoints['idp']}/saml/sso?SAMLRequest=x`)
    const why = await here.last()
    expect(why).toMatchObject({ party: 'idp', operation: null, hop: { n: 2 }, kind: 'page' })
    expect(keys(why)).toEqual(['badRequest'])
  })

  test('a login form from elsewhere', async () => {
    const start = await fetch(`${here.sandbox.endpoints['identity-center']}/start`, {
      redirect: 'manual',
    })
    const query = new URL(start.headers.get('location')!).searchParams
    const page = await fetch(start.headers.get('location')!)
    const carried = /name="SAMLRequest" value="([^"]+)"/.exec(await page.text())![1]!
    await post('idp', '/login', {
      SAMLRequest: carried,
      RelayState: query.get('RelayState')!,
      userName: 'ana@example.com',
      password: 'hopscope',
    })
    const why = await here.last()
    expect(why).toMatchObject({ party: 'idp', hop: { n: 3 }, kind: 'sign-in', status: 403 })
    expect(keys(why)).toEqual(['form'])
  })

  test('an assertion that is none, at the assertion consumer: which check failed', async () => {
    const start = await fetch(`${here.sandbox.endpoints['identity-center']}/start`, {
      redirect: 'manual',
    })
    const { inflateRawSync } = await import('node:zlib')
    const request = new URL(start.headers.get('location')!).searchParams.get('SAMLRequest')!
    const xml = inflateRawSync(Buffer.from(request, 'base64')).toString()
    const consumer = new URL(/AssertionConsumerServiceURL="([^"]+)"/.exec(xml)![1]!)
    await post('identity-center', consumer.pathname, {
      SAMLResponse: Buffer.from('<Response/>').toString('base64'),
    })
    const why = await here.last()
    expect(why).toMatchObject({
      party: 'identity-center',
      hop: { n: 4 },
      kind: 'saml',
      status: 403,
    })
    expect(why.because[0]).toMatchObject({ key: 'samlCheck', params: { check: 'message' } })
  })

  test('a form of nobody, on the approval page', async () => {
    await post('identity-center', '/device', { decision: 'allow', user_code: 'BCDF-GHJK' })
    const why = await here.last()
    expect(why).toMatchObject({
      party: 'identity-center',
      hop: { n: 5 },
      kind: 'page',
      status: 403,
    })
    expect(keys(why)).toEqual(['staleForm'])
  })
})

describe('the command', () => {
  test('has an answer where nothing was refused', async () => {
    const here = await whyWorld()
    const { code, stdout } = await here.why()
    expect([code, stdout.split('\n')[0]]).toEqual([
      0,
      'Nothing was refused: the recording of this sandbox has no request that a service',
    ])
    expect((await here.why('--json')).stdout).toBe('{"refused":null}\n')
    expect((await here.why('--list', '--json')).stdout).toBe('{"refusals":[]}\n')
    expect(await here.why('--nth', '2')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('there are 0 refusals'),
    })
    await here.close()
  })

  test('lists refusals, explains the nth, and forgets them at a reset', async () => {
    const here = await whyWorld()
    const { sandbox } = here
    const s3 = s3Of(sandbox, keysOf('reader'))
    for (const Bucket of ['one-bucket', 'two-bucket'])
      await s3.send(new CreateBucketCommand({ Bucket })).catch(() => undefined)
    const { stdout } = await here.why('--list')
    expect(stdout.split('\n').slice(1, 3)).toEqual([
      expect.stringMatching(/^ 1 .* 11 {2}S3 refused CreateBucket: 403 AccessDenied$/),
      expect.stringMatching(/^ 2 .* 11 {2}S3 refused CreateBucket: 403 AccessDenied$/),
    ])
    const { refused } = JSON.parse((await here.why('--nth', '2', '--json')).stdout)
    expect(refused.target).toBe('/one-bucket/')
    await sandbox.reset()
    expect((await here.why('--json')).stdout).toBe('{"refused":null}\n')
    await here.close()
  })

  test('takes a port or a control URL, and a sandbox that does not run is named', async () => {
    const here = await whyWorld()
    const port = new URL(here.sandbox.endpoint).port
    expect((await here.why('--port', port)).code).toBe(0)
    expect((await here.why('--control', here.sandbox.endpoints['control']!)).code).toBe(0)
    expect(await here.why('--control', 'http://127.0.0.1:9')).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('no sandbox answers at http://127.0.0.1:9'),
    })
    await here.close()
  })

  test('says where there is no sandbox, and exits 3', async () => {
    const state = mkdtempSync(join(tmpdir(), 'hopscope-none-'))
    expect(await whyIn(state)).toMatchObject({
      code: 3,
      stdout: '',
      stderr: expect.stringContaining('no sandbox is running'),
    })
  })

  test.each(['en', 'es'])('names --record on where the recording is off, in %s', async (lang) => {
    const here = await whyWorld({ record: false })
    const { code, stdout, stderr } = await here.why('--lang', lang)
    expect([code, stdout]).toEqual([3, ''])
    expect(stderr).toContain('--record on')
    await here.close()
  })

  test('takes --list or --nth, not both', async () => {
    const state = mkdtempSync(join(tmpdir(), 'hopscope-none-'))
    expect(await whyIn(state, '--list', '--nth', '2')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('leave out one'),
    })
  })
})
