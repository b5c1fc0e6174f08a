/** The whole flow, with every secret in it that a client, a person or a service handles: none is in a recording or a journal. */
import { CreateAccessKeyCommand } from '@aws-sdk/client-iam'
import { CreateBucketCommand, ListBucketsCommand } from '@aws-sdk/client-s3'
import { GetRoleCredentialsCommand, ListAccountRolesCommand, SSOClient } from '@aws-sdk/client-sso'
import {
  CreateTokenCommand,
  RegisterClientCommand,
  SSOOIDCClient,
  StartDeviceAuthorizationCommand,
} from '@aws-sdk/client-sso-oidc'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHopCredentials } from '#kernel/hops/hopCredential.ts'
import { signingKey } from '#kernel/sigv4/signingKey.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { defaultSeed } from '#sandbox/seed/defaultSeed.ts'
import type { Seed } from '#sandbox/seed/seed.ts'
import { openInOneProcess } from '#sandbox/startInOneProcess.ts'
import type { Services } from '#sandbox/startServices.ts'
import { createBrowser, type Page } from '../identity-center/browser.ts'
import { iamOf, type Keys, s3Of } from './clients.ts'
import { assume, createAdminRole } from './roles.ts'

const password = 'pässword with blanks & "quotes" <1>'
const adminSecret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYzEXAMPLEKEY'

/** By what it is, so that a failure says which one leaked. */
const secrets = new Map<string, string>()

function keep(name: string, value: string | undefined): string {
  if (!value) throw new Error(`there is no ${name}`)
  secrets.set(`${name} ${secrets.size}`, value)
  return value
}

const keepKeys = (name: string, keys: Keys): Keys => {
  keep(`${name}, secret`, keys.secretAccessKey)
  if (keys.sessionToken) keep(`${name}, token`, keys.sessionToken)
  return keys
}

/** What a page carries in hidden fields; what people may know (whom, where) is none. */
function keepFields({ fields }: Page): void {
  for (const name of ['csrf', 'SAMLResponse']) if (fields[name]) keep(`field ${name}`, fields[name])
}

function keepServiceKeys({ running }: Services): void {
  for (const [name, { service }] of running) {
    const { serviceKeys: keys } = service.context
    keep(`${name}, signing seed`, keys.signingSeed)
    for (const secret of Object.values({ ...keys.asks, ...keys.answers }))
      keep(`${name}, hop`, secret)
    if (keys.sessionTokenKey) keep(`${name}, token key`, keys.sessionTokenKey)
    const hops = createHopCredentials(keys)
    for (const owner of Object.keys(keys.asks))
      keep(
        `${name}, hop credential`,
        hops.issue(owner, service.context.clock.now()).secretAccessKey,
      )
  }
}

function seedWithSecrets(): Seed {
  const seed = defaultSeed()
  const [dev, ...others] = seed.accounts
  const users = [
    { ...dev!.users![0]!, accessKeys: [{ accessKeyId: 'test', secretAccessKey: adminSecret }] },
  ]
  const people = seed.workforce!.users!.map((person) => ({ ...person, password }))
  return {
    ...seed,
    accounts: [{ ...dev!, users }, ...others],
    workforce: { ...seed.workforce, users: people },
  }
}

/** Signs in with a browser, after a wrong try, and approves the device. */
async function approve(verificationUri: string): Promise<void> {
  const browser = createBrowser()
  const steps: Page[] = []
  const step = async (page: Promise<Page>) => {
    steps.push(await page)
    return steps.at(-1)!
  }
  const login = await step(browser.go(verificationUri))
  const wrong = await step(
    browser.submit(login, {
      userName: 'ana@example.com',
      password: keep('wrong password', 'not it, but nearly'),
    }),
  )
  const posting = await step(browser.submit(wrong, { userName: 'ana@example.com', password }))
  const asking = await step(browser.submit(posting))
  await step(browser.submit(asking, { decision: 'allow' }))
  steps.forEach(keepFields)
  for (const [name, value] of browser.cookies) keep(`cookie ${name}`, value)
}

async function roleCredentials(sandbox: Sandbox): Promise<Keys> {
  const options = { endpoint: sandbox.endpoint, region: 'us-east-1', maxAttempts: 1 }
  const oidc = new SSOOIDCClient(options)
  const client = await oidc.send(
    new RegisterClientCommand({ clientName: 'test', clientType: 'public' }),
  )
  const clientId = client.clientId!
  const clientSecret = keep('client secret', client.clientSecret)
  const startUrl = `${sandbox.endpoints['identity-center']}/start`
  const device = await oidc.send(
    new StartDeviceAuthorizationCommand({ clientId, clientSecret, startUrl }),
  )
  await approve(device.verificationUriComplete!)
  const token = await oidc.send(
    new CreateTokenCommand({
      clientId,
      clientSecret,
      deviceCode: keep('device code', device.deviceCode),
      grantType: 'urn:ietf:params:oauth:grant-type:device_code',
    }),
  )
  const accessToken = keep('access token', token.accessToken)
  if (token.refreshToken) keep('refresh token', token.refreshToken)
  const portal = new SSOClient(options)
  const accountId = '222222222222'
  const { roleList } = await portal.send(new ListAccountRolesCommand({ accessToken, accountId }))
  const { roleName } = roleList![0]!
  const given = await portal.send(
    new GetRoleCredentialsCommand({ accessToken, accountId, roleName: roleName! }),
  )
  oidc.destroy()
  portal.destroy()
  const { accessKeyId, secretAccessKey, sessionToken } = given.roleCredentials!
  return {
    accessKeyId: accessKeyId!,
    secretAccessKey: secretAccessKey!,
    sessionToken: sessionToken!,
  }
}

let sandbox: Sandbox
let services: Services
beforeAll(async () => {
  ;({ sandbox, services } = await openInOneProcess({ hops: 'http', seed: seedWithSecrets() }))
  keep('password', password)
  keep("the administrator's secret", adminSecret)
  keep('control token', sandbox.controlToken)
  keepServiceKeys(services)
  const role = keepKeys('role credentials', await roleCredentials(sandbox))
  const s3 = s3Of(sandbox, role)
  await s3.send(new CreateBucketCommand({ Bucket: 'no-secrets' }))
  s3.destroy()
  // S3 shows in a refusal what was signed, and the token was.
  const tampered = s3Of(sandbox, {
    ...role,
    secretAccessKey: keep('another secret', 'no-such-secret-at-all'),
  })
  await tampered.send(new ListBucketsCommand({})).catch(() => {})
  tampered.destroy()
  const iam = iamOf(sandbox)
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'admin' }))
  keep('access key', AccessKey!.SecretAccessKey)
  iam.destroy()
  keepKeys('session', await assume(sandbox, await createAdminRole(sandbox)))
  const date = new Date(sandbox.clock.now()).toISOString().slice(0, 10).replaceAll('-', '')
  for (const [secret, service] of [
    [adminSecret, 'iam'],
    [role.secretAccessKey, 's3'],
  ] as const) {
    const key = signingKey(secret, { date, region: 'us-east-1', service })
    keep('signing key', key.toString('base64'))
    keep('signing key', key.toString('hex'))
  }
}, 60_000)
afterAll(() => sandbox.close())

/** As it is, and as it is spelled in forms, JSON, XML, pages and bytes. */
const spellings = (secret: string): string[] => [
  secret,
  encodeURIComponent(secret),
  new URLSearchParams({ a: secret }).toString().slice(2),
  JSON.stringify(secret).slice(1, -1),
  JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1),
  secret
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;'),
  Buffer.from(secret).toString('hex'),
  [...Buffer.from(secret)].map((byte) => byte.toString(16).padStart(2, '0')).join(' '),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
]

const leaksIn = (text: string): string[] =>
  [...secrets]
    .filter(([, secret]) => spellings(secret).some((each) => text.includes(each)))
    .map(([name]) => name)

describe('no secret of the flow', () => {
  test('is missed: the flow had one of each kind', () => {
    const kinds = new Set([...secrets.keys()].map((name) => name.replace(/ \d+$/, '')))
    for (const kind of [
      'client secret',
      'device code',
      'access token',
      'role credentials, secret',
      'role credentials, token',
      'field csrf',
      'field SAMLResponse',
      'iam, hop',
      'sts, token key',
    ])
      expect(kinds).toContain(kind)
    expect([...kinds].filter((kind) => kind.startsWith('cookie')).length).toBeGreaterThan(1)
  })

  test('is in the recording', () => {
    const recording = sandbox.recording()
    expect(recording.length).toBeGreaterThan(100)
    expect(leaksIn(JSON.stringify(recording))).toEqual([])
  })

  test('is in a journal, but for the device code, which AWS writes down once it is spent', async () => {
    const journal = await sandbox.journal()
    expect(journal.length).toBeGreaterThan(5)
    const leaks = leaksIn(JSON.stringify(journal)).filter((name) => !name.startsWith('device code'))
    expect(leaks).toEqual([])
  })

  test('and what STS was sent for Identity Center is a label too', () => {
    const text = JSON.stringify(sandbox.recording())
    const assertions = [...text.matchAll(/SAML(?:Assertion|Response)=([^&"\\]*)/g)].map(
      ([, value]) => value,
    )
    expect(assertions.length).toBeGreaterThan(1)
    for (const value of assertions) expect(value).toMatch(/^<saml-response:\d+>$/)
  })

  test('but relations stay: the token of an answer is the one of the next request, and of the question to IAM', () => {
    const recording = sandbox.recording()
    const labels = (text: string) => new Set(text.match(/<session-token:\d+>/g))
    const answer = recording.findLast(
      (event) =>
        event.kind === 'response' && JSON.stringify(event).includes('"roleCredentials'.slice(1)),
    )
    const [label] = labels(JSON.stringify(answer))
    expect(label).toBeDefined()
    const request = recording.find(
      (event) =>
        event.kind === 'request' &&
        event.to === 's3' &&
        JSON.stringify(event.headers).includes(label!),
    )
    expect(request).toBeDefined()
    const asked = recording.find(
      (event) =>
        event.kind === 'hop' &&
        event.about === 'credentials.resolveCaller' &&
        JSON.stringify(event.ask).includes(label!),
    )
    expect(asked).toMatchObject({ from: 's3', to: 'iam' })
  })
})
