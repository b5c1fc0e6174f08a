import { describe, expect, test } from 'vitest'
import { denialMessage } from '#iam/policy/denialMessage.ts'
import type { EvaluationInput } from '#iam/policy/evaluationInput.ts'
import { FullAWSAccess } from '#iam/policy/managed/FullAWSAccess.ts'
import { anonymous } from '#kernel/hops/caller.ts'
import {
  ACCOUNT,
  allowAll,
  allowOther,
  ana,
  ask,
  bucketPolicy,
  deny,
  denyAll,
  OTHER_ACCOUNT,
  policy,
  reader,
} from './question.ts'

const DENY_ARN = 'arn:aws:organizations::444455556666:policy/o-1/service_control_policy/p-1'
const withArn = (arn: string) => ({ ...policy('Guard', deny('s3:*')), arn })
const scp = (...policies: readonly { name: string; document: string }[]) => [
  { level: 'root', policies },
]
const rcpDeny = {
  name: 'Guard',
  arn: 'arn:aws:organizations::444455556666:policy/o-1/resource_control_policy/p-2',
  document: JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' },
  }),
}

const onObject = 'is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::docs/a.txt"'

const rows: readonly (readonly [string, Partial<EvaluationInput>, string])[] = [
  ['nobody allows it', {}, 'because no identity-based policy allows the s3:GetObject action'],
  [
    'an identity policy denies it',
    { identityPolicies: [allowAll, denyAll] },
    'with an explicit deny in an identity-based policy',
  ],
  [
    'a managed policy denies it',
    { identityPolicies: [{ ...denyAll, arn: `arn:aws:iam::${ACCOUNT}:policy/DenyAll` }] },
    `with an explicit deny in an identity-based policy: arn:aws:iam::${ACCOUNT}:policy/DenyAll`,
  ],
  [
    'the boundary does not allow it',
    { identityPolicies: [allowAll], boundary: allowOther },
    'because no permissions boundary allows the s3:GetObject action',
  ],
  [
    'the boundary denies it',
    { identityPolicies: [allowAll], boundary: denyAll },
    'with an explicit deny in a permissions boundary',
  ],
  [
    'no session policy allows it',
    { identityPolicies: [allowAll], sessionPolicies: [allowOther] },
    'because no session policy allows the s3:GetObject action',
  ],
  [
    'a session policy denies it',
    { identityPolicies: [allowAll], sessionPolicies: [denyAll] },
    'with an explicit deny in a session policy',
  ],
  [
    'no SCP allows it',
    { identityPolicies: [allowAll], scps: scp(allowOther) },
    'because no service control policy allows the s3:GetObject action',
  ],
  [
    'an SCP denies it',
    { identityPolicies: [allowAll], scps: scp(FullAWSAccess, withArn(DENY_ARN)) },
    `with an explicit deny in a service control policy: ${DENY_ARN}`,
  ],
  [
    'no RCP allows it',
    { identityPolicies: [allowAll], rcps: scp() },
    'because no resource control policy allows the s3:GetObject action',
  ],
  [
    'an RCP denies it',
    { identityPolicies: [allowAll], rcps: scp(rcpDeny) },
    `with an explicit deny in a resource control policy: ${rcpDeny.arn}`,
  ],
  [
    'the bucket policy denies it',
    { identityPolicies: [allowAll], resourcePolicy: bucketPolicy('*', 'Deny') },
    'with an explicit deny in a resource-based policy',
  ],
  [
    'the other account does not allow it',
    { identityPolicies: [allowAll], resourceAccountId: OTHER_ACCOUNT },
    'because no resource-based policy allows the s3:GetObject action',
  ],
]

describe('the sentence of a denial', () => {
  test.each(rows)('where %s', (_, changes, cause) => {
    expect(ask(changes).message).toBe(`User: ${ana.arn} ${onObject} ${cause}`)
  })

  test('names the session, not the role', () => {
    expect(ask({ caller: reader }).message).toContain(`User: ${reader.arn} is not authorized`)
  })

  test('calls who did not sign anonymous', () => {
    expect(ask({ caller: anonymous }).message).toBe(
      `User: anonymous ${onObject} because no resource-based policy allows the s3:GetObject action`,
    )
  })

  test('quotes the resource for S3 only, and leaves out a resource that is none', () => {
    expect(ask({ action: 'iam:GetUser', resource: ana.arn }).message).toBe(
      `User: ${ana.arn} is not authorized to perform: iam:GetUser on resource: ${ana.arn} because no identity-based policy allows the iam:GetUser action`,
    )
    expect(ask({ action: 'iam:ListUsers', resource: '*' }).message).toBe(
      `User: ${ana.arn} is not authorized to perform: iam:ListUsers because no identity-based policy allows the iam:ListUsers action`,
    )
  })

  test('can be written in the style of another service', () => {
    const decision = ask()
    expect(denialMessage(decision, { resource: 'plain' })).toContain('on resource: arn:aws:s3')
    expect(denialMessage(decision, { resource: 'omitted' })).toContain('s3:GetObject because no')
  })

  test('speaks of role trust policies where a role is assumed', () => {
    const role = `arn:aws:iam::${ACCOUNT}:role/Admin`
    const assume = (effect: 'Allow' | 'Deny', Principal: unknown) =>
      ask({
        identityPolicies: [allowAll],
        action: 'sts:AssumeRole',
        resource: role,
        resourcePolicyKind: 'trust',
        resourcePolicy: policy('Trust', { Effect: effect, Principal, Action: 'sts:AssumeRole' }),
      }).message
    expect(assume('Allow', { AWS: OTHER_ACCOUNT })).toBe(
      `User: ${ana.arn} is not authorized to perform: sts:AssumeRole on resource: ${role} because no role trust policy allows the sts:AssumeRole action`,
    )
    expect(assume('Deny', '*')).toContain('with an explicit deny in the role trust policy')
  })
})

describe('of several layers that deny', () => {
  test('an explicit deny is named before an implicit one', () => {
    const message = ask({ scps: scp(allowOther), sessionPolicies: [denyAll] }).message
    expect(message).toContain('with an explicit deny in a session policy')
  })

  const all: Partial<EvaluationInput> = {
    rcps: scp(rcpDeny),
    scps: scp(denyAll),
    resourcePolicy: bucketPolicy('*', 'Deny'),
    identityPolicies: [denyAll],
    boundary: denyAll,
    sessionPolicies: [denyAll],
  }
  const harmless: Partial<EvaluationInput> = {
    rcps: undefined,
    scps: undefined,
    resourcePolicy: undefined,
    identityPolicies: [allowAll],
    boundary: undefined,
    sessionPolicies: [],
  }
  test.each([
    ['rcps', 'resource control policy'],
    ['scps', 'service control policy'],
    ['resourcePolicy', 'resource-based policy'],
    ['identityPolicies', 'identity-based policy'],
    ['boundary', 'permissions boundary'],
    ['sessionPolicies', 'session policy'],
  ] as const)('%s come first of those that follow', (first, name) => {
    const order = Object.keys(all) as (keyof EvaluationInput)[]
    const spared = order.slice(0, order.indexOf(first))
    const changes = Object.fromEntries(spared.map((key) => [key, harmless[key]]))
    expect(ask({ ...all, ...changes }).message).toContain(name)
  })
})

describe('the ARN of the policy', () => {
  const foreign = {
    resourceAccountId: OTHER_ACCOUNT,
    rcps: scp(rcpDeny),
    identityPolicies: [allowAll],
  }

  test('is kept from a stranger', () => {
    expect(ask(foreign).message).toMatch(/with an explicit deny in a resource control policy$/)
  })

  test('is told within the organization', () => {
    const organization = { id: 'o-1' }
    const own = { callerOrganization: organization, resourceOrganization: organization }
    expect(ask({ ...foreign, ...own }).message).toContain(`: ${rcpDeny.arn}`)
  })

  test('of the own side is told wherever the resource is', () => {
    const own = { resourceAccountId: OTHER_ACCOUNT, scps: scp(withArn(DENY_ARN)) }
    expect(ask(own).message).toContain(`: ${DENY_ARN}`)
  })
})
