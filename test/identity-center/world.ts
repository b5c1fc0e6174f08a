/** Identity Center among real neighbours on loopback: the company's identity provider, STS, IAM and Organizations. */
import { SSOClient } from '@aws-sdk/client-sso'
import {
  CreateTokenCommand,
  RegisterClientCommand,
  SSOOIDCClient,
  StartDeviceAuthorizationCommand,
} from '@aws-sdk/client-sso-oidc'
import { iam } from '#iam/index.ts'
import { identityCenter } from '#identity-center/index.ts'
import { instanceIn } from '#identity-center/instance.ts'
import { type Instance, scopeOf, userIds, userNameKey, users } from '#identity-center/state.ts'
import { type IdpKeys, idp } from '#idp/index.ts'
import type { SandboxClock } from '#kernel/clock/clock.ts'
import type { ServiceDefinition } from '#kernel/http/service.ts'
import type { Outcome } from '#kernel/journal/outcome.ts'
import type { SigningIdentity } from '#kernel/saml/signingIdentity.ts'
import type { Store } from '#kernel/store/store.ts'
import type { RecordedEvent } from '#kernel/trace/recording.ts'
import { listenService } from '#sandbox/listen.ts'
import type { Seed } from '#sandbox/seed/seed.ts'
import { seedServices } from '#sandbox/seedServices.ts'
import { type Services, startServices } from '#sandbox/startServices.ts'
import { organizations } from '#services/organizations/index.ts'
import { sts } from '#sts/index.ts'
import { type Browser, createBrowser, type Page } from './browser.ts'
import { seed } from './seed.ts'

const definitions = [idp, identityCenter, sts, iam, organizations] as readonly unknown[]

export const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code'

export interface Device {
  readonly clientId: string
  readonly clientSecret: string
  readonly deviceCode: string
  readonly userCode: string
  readonly verificationUriComplete: string
}

export interface World {
  readonly services: Services
  readonly store: Store
  readonly clock: SandboxClock
  readonly url: string
  readonly endpoints: Readonly<Record<string, string>>
  readonly instance: Instance
  readonly oidc: SSOOIDCClient
  readonly portal: SSOClient
  /** Posts JSON as no SDK would. */
  post(path: string, body: unknown): Promise<{ status: number; headers: Headers; body: Answer }>
  register(): Promise<{ clientId: string; clientSecret: string }>
  device(): Promise<Device>
  token(device: Device): Promise<string>
  /** A browser in which a person has signed in. */
  signedIn(userName?: string): Promise<Browser>
  /** All of it: an access token that a person has approved. */
  accessToken(userName?: string): Promise<string>
  setEnabled(userName: string, enabled: boolean): Promise<void>
  idpIdentity(): Promise<SigningIdentity>
  journal(accountId?: string): Promise<readonly Outcome[]>
  /** Findings of a topic, oldest first. */
  findings(topic: string): readonly Readonly<Record<string, unknown>>[]
  reset(): Promise<void>
  close(): Promise<void>
}

type Answer = Readonly<Record<string, unknown>>

export async function createWorld(given: Seed = seed): Promise<World> {
  const endpoints: Record<string, string> = {}
  const services = await startServices({
    options: {},
    definitions: definitions as readonly ServiceDefinition[],
    endpoints: () => endpoints,
  })
  await seedServices(services, given)
  const atSeed = services.store.snapshot()
  for (const [name, run] of services.running)
    if (run.hasPublicPort) endpoints[name] = await listenService(run, '127.0.0.1', 0)
  for (const run of services.running.values()) run.startWorkers()
  const url = endpoints['identity-center']!
  const { store, clock } = services
  const instance = (await instanceIn(store))!
  const client = { region: 'us-east-1', endpoint: url, maxAttempts: 1 }
  const oidc = new SSOOIDCClient(client)

  const register = async () => {
    const answer = await oidc.send(
      new RegisterClientCommand({
        clientName: 'botocore-client-test',
        clientType: 'public',
        scopes: ['sso:account:access'],
      }),
    )
    return { clientId: answer.clientId!, clientSecret: answer.clientSecret! }
  }
  const device = async (): Promise<Device> => {
    const registered = await register()
    const answer = await oidc.send(
      new StartDeviceAuthorizationCommand({ ...registered, startUrl: `${url}/start` }),
    )
    const { $metadata: _, ...given } = answer as Required<typeof answer>
    return { ...registered, ...(given as Omit<Device, keyof typeof registered>) }
  }
  const token = async ({ clientId, clientSecret, deviceCode }: Device) => {
    const command = { clientId, clientSecret, deviceCode, grantType: deviceGrant }
    return (await oidc.send(new CreateTokenCommand(command))).accessToken!
  }
  const signedIn = async (userName = 'ana@example.com') => {
    const browser = createBrowser()
    await signIn(browser, `${url}/start`, userName)
    return browser
  }
  return {
    services,
    store,
    clock,
    url,
    endpoints,
    instance,
    oidc,
    portal: new SSOClient(client),
    post: async (path, body) => {
      const answer = await fetch(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
      return {
        status: answer.status,
        headers: answer.headers,
        body: (await answer.json()) as Answer,
      }
    },
    register,
    device,
    token,
    signedIn,
    accessToken: async (userName) => {
      const asked = await device()
      const browser = await signedIn(userName)
      await browser.submit(await browser.go(asked.verificationUriComplete), { decision: 'allow' })
      return token(asked)
    },
    setEnabled: (userName, enabled) =>
      store.write([instance.accountId], async (tx) => {
        const id = (await tx.get(userIds, scopeOf(instance), userNameKey(userName)))!.value
        const user = (await tx.get(users, scopeOf(instance), id))!.value
        await tx.put(users, scopeOf(instance), id, { ...user, enabled })
      }),
    idpIdentity: () =>
      (services.running.get('idp')!.service.context.keys as IdpKeys).signingIdentity(),
    journal: (accountId = instance.accountId) => services.journal(accountId),
    findings: (topic) =>
      (services.recorder?.events() ?? [])
        .filter((event: RecordedEvent) => event.kind === 'explain' && event.topic === topic)
        .map((event) => (event as { data: Answer }).data),
    reset: async () => {
      await store.restore(atSeed)
      await clock.restore(0)
    },
    close: () => services.close(),
  }
}

/** From a page of Identity Center through the identity provider and back; returns where it ended. */
export async function signIn(
  browser: Browser,
  url: string,
  userName = 'ana@example.com',
): Promise<Page> {
  const login = await browser.go(url)
  const posting = await browser.submit(login, { userName, password: 'hopscope' })
  return browser.submit(posting)
}
