/** Runs one operation as the pipeline does after authentication: validate, authorize's question, the change in one transaction. */
import { iam } from '#iam/index.ts'
import type { IamOperations } from '#iam/model/shapes.ts'
import { AwsError } from '#kernel/errors/awsError.ts'
import type { Caller } from '#kernel/hops/caller.ts'
import type { AuthorizationCheck, Operation, Preparing, Writing } from '#kernel/http/operation.ts'
import { validate } from '#kernel/protocol/validate.ts'
import { ACCOUNT, type World } from './world.ts'

type Name = keyof IamOperations
type Input<N extends Name> = IamOperations[N]['input']
type Output<N extends Name> = IamOperations[N]['output']

const served = iam.apis[0]!

export const adminOf = (accountId: string): Caller => ({
  type: 'IAMUser',
  accountId,
  arn: `arn:aws:iam::${accountId}:user/admin`,
  userId: 'AIDAADMINADMINADMINAD',
  userName: 'admin',
  accessKeyId: 'test',
  tags: {},
})

export const admin = adminOf(ACCOUNT)

export const root: Caller = {
  type: 'Root',
  accountId: ACCOUNT,
  arn: `arn:aws:iam::${ACCOUNT}:root`,
  userId: ACCOUNT,
  accessKeyId: 'AKIAROOTROOTROOT0001',
  tags: {},
}

export const sessionOf = (roleArn: string, roleId = 'AROASESSIONSESSIONSES'): Caller => {
  const accountId = roleArn.split(':')[4]!
  const name = roleArn.split('/').at(-1)!
  return {
    type: 'AssumedRole',
    accountId,
    arn: `arn:aws:sts::${accountId}:assumed-role/${name}/s`,
    userId: `${roleId}:s`,
    accessKeyId: 'ASIASESSIONSESSION00',
    tags: {},
    session: {
      issuedAt: 0,
      expiresAt: 4_000_000_000,
      sessionName: 's',
      roleArn,
      roleId,
      policyArns: [],
      transitiveTagKeys: [],
      chained: false,
      context: {},
    },
  }
}

/** A session of Identity Center's own role. */
export const ssoOf = (accountId: string): Caller =>
  sessionOf(
    `arn:aws:iam::${accountId}:role/aws-service-role/sso.amazonaws.com/AWSServiceRoleForSSO`,
  )

export async function operate<N extends Name>(
  world: World,
  name: N,
  input: Input<N>,
  caller: Caller = admin,
): Promise<Output<N>> {
  validate(served.api, served.api.operations.get(name)!, input)
  const asked = await checksOf(world, name, input, caller)
  if (asked.length === 0) throw new Error(`${name} asks for no permission`)
  const operation = operationNamed(name)
  const handle = operation.handle as unknown as (handling: unknown) => Promise<Output<N>>
  const { context } = world.runs.get('iam')!.service
  const handling: Omit<Writing<Input<N>, undefined, unknown>, 'store'> = {
    input,
    caller,
    facts,
    clock: context.clock,
    ids: context.ids,
    keys: context.keys,
    prepared: undefined,
    decisions: [],
    explain: () => {},
  }
  if (operation.access === 'read') return handle({ ...handling, store: world.store })
  const more = operation.locks?.({ input: input as never, caller, facts }) ?? []
  return world.store.write([...new Set([caller.accountId, ...more])], (store) =>
    handle({ ...handling, store }),
  )
}

export async function checksOf<N extends Name>(
  world: World,
  name: N,
  input: Input<N>,
  caller: Caller = admin,
): Promise<readonly AuthorizationCheck[]> {
  const { authorize } = operationNamed(name)
  if ('none' in authorize) return []
  const asking = { input, caller, read: world.store, facts }
  return (authorize as unknown as (asking: unknown) => Promise<AuthorizationCheck[]>)(asking)
}

function operationNamed(name: string): Operation {
  const found = served.operations.find((operation) => operation.name === name)
  if (!found) throw new Error(`IAM has no ${name}`)
  return found
}

const facts = {
  requestId: 'r',
  region: 'us-east-1',
  sourceIp: '127.0.0.1',
  userAgent: 'test',
} as Preparing<unknown, unknown>['facts']

/** `Code: message` of a refusal. */
export async function refusal(asking: Promise<unknown>): Promise<string> {
  try {
    await asking
  } catch (error) {
    if (error instanceof AwsError) return `${error.code}: ${error.message}`
    throw error
  }
  throw new Error('nothing was refused')
}

export const allow = (Action: string | string[], Resource: string | string[] = '*') =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] })

export const trust = (Principal: unknown, Action: string | string[] = 'sts:AssumeRole') =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal, Action }] })

export const accountTrust = trust({ AWS: `arn:aws:iam::${ACCOUNT}:root` })

export const decoded = (document: string | undefined): unknown =>
  JSON.parse(decodeURIComponent(document ?? ''))
