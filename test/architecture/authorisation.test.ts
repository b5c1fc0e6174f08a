/** What every service asks IAM, held against the service authorisation reference: each operation with a sample of its input. */
import { describe, expect, test } from 'vitest'
import { createSandboxClock } from '#kernel/clock/sandboxClock.ts'
import type { Caller } from '#kernel/hops/caller.ts'
import type { Asking, AuthorizationCheck, Operation, RequestFacts } from '#kernel/http/operation.ts'
import type { LinkedMember, LinkedScalar, LinkedShape } from '#kernel/protocol/linked.ts'
import { createMemoryStore } from '#kernel/store/memoryStore.ts'
import { putConfiguration } from '#s3/configurations/bucketConfiguration.ts'
import { bucketNames, NOBODY } from '#s3/state.ts'
import { loadDefinitions } from '#sandbox/definitions.ts'
import { registry } from '#services/registry.ts'
import { disagreements, isAction } from './serviceReference.ts'

const ACCOUNT = '111122223333'
const own = (rest: string) => `arn:aws:iam::${ACCOUNT}:${rest}`
const store = createMemoryStore({ clock: createSandboxClock() })
// S3 says of a bucket that is not there that it is not, and asks nobody; so it says of a website.
const bucket = { name: 'sample', account: ACCOUNT, region: 'us-east-1' }
await store.write([NOBODY.account, ACCOUNT], async (tx) => {
  await tx.put(bucketNames, NOBODY, bucket.name, { account: ACCOUNT, region: bucket.region })
  await putConfiguration(tx, bucket, 'website', { IndexDocument: { Suffix: 'index.html' } })
})

/** Members that name something by its ARN. */
const ARNS: Readonly<Record<string, string>> = {
  PolicyArn: own('policy/sample'),
  PermissionsBoundary: own('policy/sample'),
  RoleArn: own('role/sample'),
  SAMLProviderArn: own('saml-provider/sample'),
  OpenIDConnectProviderArn: own('oidc-provider/idp.example.com'),
  PolicySourceArn: own('user/sample'),
  SerialNumber: own('mfa/sample'),
}

const caller: Caller = {
  type: 'IAMUser',
  accountId: ACCOUNT,
  arn: own('user/caller'),
  userId: 'AIDACALLERCALLERCALLE',
  userName: 'caller',
  accessKeyId: 'AKIACALLERCALLER0000',
  tags: {},
}

const facts: RequestFacts = {
  request: {
    method: 'POST',
    path: '/',
    query: '',
    rawHeaders: [],
    remoteAddress: '127.0.0.1',
    body: Buffer.alloc(0),
  },
  requestId: 'r',
  hostId: undefined,
  region: 'us-east-1',
  sourceIp: '127.0.0.1',
  userAgent: 'test',
  proof: undefined,
}

/** The required members alone. */
function sample(shape: LinkedShape): unknown {
  if (shape.type === 'structure')
    return Object.fromEntries(shape.members.filter(isRequired).map(sampleMember))
  if (shape.type === 'list') return [sample(shape.of.shape)]
  if (shape.type === 'map') return {}
  return sampleScalar(shape)
}

const isRequired = ({ required }: LinkedMember): boolean => required

const sampleMember = ({ name, shape }: LinkedMember) => [name, ARNS[name] ?? sample(shape)]

function sampleScalar({ type, enum: values }: LinkedScalar): unknown {
  if (values !== undefined) return [...values][0]
  if (type === 'boolean') return true
  return type === 'string' ? 'sample' : 1
}

const asking = (operation: Operation, input: unknown): Promise<readonly AuthorizationCheck[]> => {
  const authorize = operation.authorize as (asked: Asking<unknown>) => never
  return Promise.resolve(authorize({ input, caller, read: store, facts }))
}

/** Operations that ask IAM, but for those whose caller is proved by a document: it is their input, and no sample of one. */
const rows = (await loadDefinitions()).flatMap(({ name: service, apis }) => {
  const { unsignedActions } = registry.find(({ name }) => name === service)!
  return apis.flatMap(({ api, operations }) =>
    operations
      .filter(({ name, authorize }) => !('none' in authorize) && !unsignedActions.includes(name))
      .map((operation) => ({
        service,
        name: operation.name,
        operation,
        input: sample(api.operations.get(operation.name)!.input),
      })),
  )
})

describe('the service authorisation reference', () => {
  test.each(rows)('knows what $service asks for $name', async ({ service, name, ...row }) => {
    const checks = await asking(row.operation, row.input)
    expect(checks.length).toBeGreaterThan(0)
    const wrong = await Promise.all(checks.map(disagreements))
    expect(wrong.flat()).toEqual([])
    // Most operations bear the name of their action; S3 has others besides, such as HeadBucket.
    const asked = checks.map(({ action }) => action.toLowerCase())
    if (await isAction(service, name)) expect(asked).toContain(`${service}:${name}`.toLowerCase())
  })

  test.each([
    ['iam:GetPerson', own('user/x'), {}, /^there is no action/],
    ['iam:GetUser', own('role/x'), {}, /^iam:GetUser knows no resource/],
    ['iam:ListUsers', own('user/x'), {}, /^iam:ListUsers knows no resource/],
    ['iam:GetUser', own('user/x'), { 'iam:PolicyARN': ['x'] }, /no condition key iam:policyarn$/],
  ])('would say that %s on %s with %j is wrong', async (action, resource, context, words) => {
    expect(await disagreements({ action, resource, context })).toEqual([
      expect.stringMatching(words),
    ])
  })

  test('is asked about more than a few operations', () => {
    expect(rows.length).toBeGreaterThan(90)
  })
})
