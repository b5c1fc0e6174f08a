import { describe, expect, test } from 'vitest'
import type { EvaluationInput } from '#iam/policy/evaluationInput.ts'
import type { Caller } from '#kernel/hops/caller.ts'
import {
  ACCOUNT,
  allow,
  allowAll,
  allowOther,
  ana,
  ask,
  cloudtrail,
  denyAll,
  OTHER_ACCOUNT,
  policy,
  reader,
  session,
} from '../question.ts'

const PROVIDER = `arn:aws:iam::${ACCOUNT}:saml-provider/corp`

const saml: Caller = {
  type: 'SAMLUser',
  accountId: '',
  arn: PROVIDER,
  userId: 'x:ana@example.com',
  tags: {},
  session: { ...session, federatedProvider: PROVIDER },
}

/** May they assume a role whose trust policy allows `action` to `Principal`? */
function assume(
  Principal: unknown,
  changes: Partial<EvaluationInput> & { readonly condition?: unknown } = {},
) {
  const { condition, action = 'sts:AssumeRole', ...rest } = changes
  return ask({
    action,
    resource: `arn:aws:iam::${ACCOUNT}:role/Admin`,
    resourcePolicyKind: 'trust',
    resourcePolicy: policy('Trust', {
      Effect: 'Allow',
      Principal,
      Action: action,
      ...(condition !== undefined && { Condition: condition }),
    }),
    ...rest,
  })
}

const abroad = { resourceAccountId: OTHER_ACCOUNT }
const byRole = session.roleArn ?? ''

describe('a role is assumed within its account', () => {
  test.each([
    ['by a user that it names, who needs no more', { AWS: ana.arn }, {}, 'Allow'],
    [
      'by a user whose account it names, who may',
      { AWS: ACCOUNT },
      { identityPolicies: [allowAll] },
      'Allow',
    ],
    ['by a user whose account it names, who may not', { AWS: ACCOUNT }, {}, 'Deny'],
    [
      'by an administrator that it does not name',
      { AWS: OTHER_ACCOUNT },
      { identityPolicies: [allowAll] },
      'Deny',
    ],
    ['by anyone of the account, where it names everyone', { AWS: '*' }, {}, 'Allow'],
    ['by a role that it names', { AWS: byRole }, { caller: reader }, 'Allow'],
    [
      'by a role that it names, whose session is narrowed',
      { AWS: byRole },
      { caller: reader, sessionPolicies: [allowOther] },
      'Deny',
    ],
    [
      'by a session that it names, narrowed or not',
      { AWS: reader.arn },
      { caller: reader, sessionPolicies: [allowOther] },
      'Allow',
    ],
    [
      'by a user that it names and their own policy denies',
      { AWS: ana.arn },
      { identityPolicies: [denyAll] },
      'Deny',
    ],
  ] as const)('%s: %4$s', (_, principal, changes, decision) => {
    expect(assume(principal, changes).decision).toBe(decision)
  })

  test('by itself only where its trust policy says so', () => {
    const itself = { caller: reader, resource: byRole, identityPolicies: [allowAll] }
    expect(assume({ AWS: OTHER_ACCOUNT }, itself).decision).toBe('Deny')
    expect(assume({ AWS: byRole }, itself).decision).toBe('Allow')
  })
})

describe('a role is assumed from another account', () => {
  test.each([
    ['who is named, and may', { AWS: ana.arn }, { identityPolicies: [allowAll] }, 'Allow'],
    [
      'whose account is named, and may',
      { AWS: ACCOUNT },
      { identityPolicies: [allowAll] },
      'Allow',
    ],
    ['who is named, but may not', { AWS: ana.arn }, {}, 'Deny'],
    ['who may, but is not named', { AWS: OTHER_ACCOUNT }, { identityPolicies: [allowAll] }, 'Deny'],
    ['by everyone, but may not', '*', {}, 'Deny'],
  ] as const)('by a user %s: %4$s', (_, principal, changes, decision) => {
    expect(assume(principal, { ...abroad, ...changes }).decision).toBe(decision)
  })

  test('with the secret that the third party was given', () => {
    const condition = { StringEquals: { 'sts:ExternalId': 's3cr3t' } }
    const changes = { ...abroad, identityPolicies: [allowAll], condition }
    const withId = (id: string) => ({ ...changes, context: { 'sts:ExternalId': [id] } })
    expect(assume({ AWS: ACCOUNT }, withId('s3cr3t')).decision).toBe('Allow')
    expect(assume({ AWS: ACCOUNT }, withId('guess')).decision).toBe('Deny')
    expect(assume({ AWS: ACCOUNT }, changes).decision).toBe('Deny')
  })
})

describe('a role is assumed by who is no principal yet', () => {
  test('a service that its trust policy names', () => {
    expect(assume({ Service: cloudtrail.arn }, { caller: cloudtrail }).decision).toBe('Allow')
    expect(assume({ Service: 'ec2.amazonaws.com' }, { caller: cloudtrail }).decision).toBe('Deny')
  })

  test('who comes with an assertion of the provider that it trusts', () => {
    const action = 'sts:AssumeRoleWithSAML'
    const condition = { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } }
    const to = (aud: string) => ({
      caller: saml,
      action,
      condition,
      context: { 'saml:aud': [aud] },
    })
    const right = to('https://signin.aws.amazon.com/saml')
    expect(assume({ Federated: PROVIDER }, right).decision).toBe('Allow')
    expect(assume({ Federated: PROVIDER }, to('https://evil.example')).decision).toBe('Deny')
    expect(assume({ Federated: `${PROVIDER}2` }, right).decision).toBe('Deny')
    expect(assume({ AWS: ACCOUNT }, right).decision).toBe('Deny')
  })
})

describe('what comes with assuming a role is asked for apart', () => {
  test.each(['sts:TagSession', 'sts:SetSourceIdentity', 'sts:SetContext'])('%s', (action) => {
    const trust = policy('Trust', {
      Effect: 'Allow',
      Principal: { AWS: ana.arn },
      Action: ['sts:AssumeRole', action],
    })
    const onlyAssume = policy('Trust', {
      Effect: 'Allow',
      Principal: { AWS: ana.arn },
      Action: 'sts:AssumeRole',
    })
    expect(assume({}, { action, resourcePolicy: trust }).decision).toBe('Allow')
    expect(assume({}, { action, resourcePolicy: onlyAssume }).decision).toBe('Deny')
  })
})

test('a trust policy that is missing lets nobody in', () => {
  const decision = ask({
    action: 'sts:AssumeRole',
    resource: `arn:aws:iam::${ACCOUNT}:role/Admin`,
    resourcePolicyKind: 'trust',
    identityPolicies: [policy('P', allow())],
  })
  expect(decision.decidedBy).toEqual({ layer: 'resource', explicit: false })
})
