/** STS among real neighbours on loopback (IAM, Organizations), with Identity Center's place taken by a service that only calls. */
import {
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateSAMLProviderCommand,
  CreateUserCommand,
  IAMClient,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam'
import { STSClient } from '@aws-sdk/client-sts'
import { iam } from '#iam/index.ts'
import type { SandboxClock } from '#kernel/clock/clock.ts'
import { AwsError } from '#kernel/errors/awsError.ts'
import type { ServiceContext, ServiceDefinition } from '#kernel/http/service.ts'
import type { Outcome } from '#kernel/journal/outcome.ts'
import { readJournal } from '#kernel/journal/readJournal.ts'
import { listenService } from '#sandbox/listen.ts'
import type { Seed } from '#sandbox/seed/seed.ts'
import { seedServices } from '#sandbox/seedServices.ts'
import { type Services, startServices } from '#sandbox/startServices.ts'
import { organizations } from '#services/organizations/index.ts'
import { sts as stsApi } from '#sts/api.ts'
import { sts } from '#sts/index.ts'
import { type Keys, sessionKeys } from '../sandbox/clients.ts'

export const ACCOUNT = '111122223333'
export const OTHER = '444455556666'
export const admin: Keys = { accessKeyId: 'test', secretAccessKey: 'test' }
export const root: Keys = { accessKeyId: 'AKIAROOTROOTROOT0001', secretAccessKey: 'root-secret' }
const otherAdmin: Keys = { accessKeyId: 'other', secretAccessKey: 'other-secret' }

const administrator = 'arn:aws:iam::aws:policy/AdministratorAccess'

const accountOf = (id: string, key: Keys, more: object = {}): Seed['accounts'][number] => ({
  id,
  name: `account-${id}`,
  users: [{ name: 'admin', policies: [administrator], accessKeys: [{ ...key }] }],
  ...more,
})

const seed: Seed = {
  accounts: [accountOf(ACCOUNT, admin, { rootAccessKey: root }), accountOf(OTHER, otherAdmin)],
}

/** Calls STS in its own name, as Identity Center does, and serves nothing. */
const identityCenter: ServiceDefinition = {
  name: 'identity-center',
  principal: 'sso.amazonaws.com',
  apis: [],
  asks: [],
  callsAs: ['sts'],
  internalFailure: () => new AwsError({ code: 'InternalFailure', status: 500, message: 'none' }),
}

export interface World {
  readonly services: Services
  readonly clock: SandboxClock
  readonly url: string
  readonly iamUrl: string
  /** Identity Center's own means. */
  readonly identityCenter: ServiceContext
  sts(keys?: Keys): STSClient
  iam(account?: string, keys?: Keys): IAMClient
  journal(account?: string): Promise<readonly Outcome[]>
  close(): Promise<void>
}

export async function startWorld(hops: 'local' | 'http' = 'local'): Promise<World> {
  const endpoints: Record<string, string> = {}
  const services = await startServices({
    options: { hops },
    definitions: [
      sts,
      iam,
      organizations,
      identityCenter,
    ] as readonly unknown[] as ServiceDefinition[],
    endpoints: () => endpoints,
  })
  await seedServices(services, seed)
  for (const [name, run] of services.running)
    if (run.hasPublicPort) endpoints[name] = await listenService(run, '127.0.0.1', 0)
  const clients: (STSClient | IAMClient)[] = []
  const options = (service: string, credentials: Keys) => ({
    endpoint: endpoints[service]!,
    region: 'us-east-1',
    credentials,
    maxAttempts: 1,
  })
  const kept = <C extends STSClient | IAMClient>(client: C): C => {
    clients.push(client)
    return client
  }
  return {
    services,
    clock: services.clock,
    url: endpoints['sts']!,
    iamUrl: endpoints['iam']!,
    identityCenter: services.running.get('identity-center')!.service.context,
    sts: (keys = admin) => kept(new STSClient(options('sts', keys))),
    iam: (account = ACCOUNT, keys = account === ACCOUNT ? admin : otherAdmin) =>
      kept(new IAMClient(options('iam', keys))),
    journal: (account = ACCOUNT) => readJournal(services.store, account),
    close: async () => {
      for (const client of clients) client.destroy()
      await services.close()
    },
  }
}

export type Statement = Readonly<Record<string, unknown>>

export const policy = (...Statement: readonly Statement[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement })

export const trusting = (AWS: string, more: Statement = {}): Statement => ({
  Effect: 'Allow',
  Principal: { AWS },
  Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
  ...more,
})

export const rootOf = (account: string): string => `arn:aws:iam::${account}:root`

let made = 0
export const fresh = (name: string): string => `${name}-${++made}`

export interface RoleOptions {
  readonly account?: string
  readonly name?: string
  readonly path?: string
  readonly trust?: readonly Statement[]
  readonly maximum?: number
  readonly tags?: Readonly<Record<string, string>>
  /** Statements of its inline policy; an administrator's where absent. */
  readonly may?: readonly Statement[]
  /** Who makes it; the account's administrator where absent. */
  readonly by?: Keys
}

/** A role made through IAM's API; its ARN. */
export async function createRole(world: World, options: RoleOptions = {}): Promise<string> {
  const { account = ACCOUNT, name = fresh('role'), path = '/', maximum, tags = {}, may } = options
  const client = world.iam(account, options.by)
  const { Role } = await client.send(
    new CreateRoleCommand({
      RoleName: name,
      Path: path,
      AssumeRolePolicyDocument: policy(...(options.trust ?? [trusting(rootOf(ACCOUNT))])),
      ...(maximum !== undefined && { MaxSessionDuration: maximum }),
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    }),
  )
  if (may === undefined)
    await client.send(new AttachRolePolicyCommand({ RoleName: name, PolicyArn: administrator }))
  else if (may.length > 0)
    await client.send(
      new PutRolePolicyCommand({
        RoleName: name,
        PolicyName: 'may',
        PolicyDocument: policy(...may),
      }),
    )
  return Role!.Arn!
}

/** Identity Center in an account: a session of the role that AWS made for it there. */
export async function identityCenterIn(world: World, account = ACCOUNT): Promise<Keys> {
  const RoleArn = `arn:aws:iam::${account}:role/aws-service-role/sso.amazonaws.com/AWSServiceRoleForSSO`
  const input = { RoleArn, RoleSessionName: 'sso' }
  const credentials = 'service-principal'
  return sessionKeys(
    await world.identityCenter.call(sts.apis[0]!.api, stsApi.AssumeRole, input, { credentials }),
  )
}

/** A user with a key. `may`: statements of its inline policy; an administrator's where absent. */
export async function createUser(
  world: World,
  may?: readonly Statement[],
): Promise<Keys & { arn: string }> {
  const client = world.iam()
  const UserName = fresh('user')
  const { User } = await client.send(new CreateUserCommand({ UserName }))
  if (may === undefined)
    await client.send(new AttachUserPolicyCommand({ UserName, PolicyArn: administrator }))
  else if (may.length > 0)
    await client.send(
      new PutUserPolicyCommand({ UserName, PolicyName: 'may', PolicyDocument: policy(...may) }),
    )
  const { AccessKey } = await client.send(new CreateAccessKeyCommand({ UserName }))
  return {
    arn: User!.Arn!,
    accessKeyId: AccessKey!.AccessKeyId!,
    secretAccessKey: AccessKey!.SecretAccessKey!,
  }
}

export async function createSamlProvider(
  world: World,
  metadata: string,
  account = ACCOUNT,
): Promise<string> {
  const { SAMLProviderArn } = await world
    .iam(account)
    .send(new CreateSAMLProviderCommand({ Name: fresh('corp'), SAMLMetadataDocument: metadata }))
  return SAMLProviderArn!
}

/** A refusal as clients see it. */
export interface Refused {
  readonly code: string
  readonly status: number | undefined
  readonly message: string
}

export async function refusalOf(answer: Promise<unknown>): Promise<Refused | 'no refusal'> {
  try {
    await answer
    return 'no refusal'
  } catch (error) {
    if (error instanceof AwsError)
      return { code: error.code, status: error.status, message: error.message }
    const { Code, name, message, $metadata } = error as Error & {
      Code?: string
      $metadata?: { httpStatusCode?: number }
    }
    return { code: Code ?? name, status: $metadata?.httpStatusCode, message }
  }
}
