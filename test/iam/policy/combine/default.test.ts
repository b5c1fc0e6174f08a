import { describe, expect, test } from 'vitest'
import type { EvaluationInput } from '#iam/policy/evaluationInput.ts'
import { anonymous } from '#kernel/hops/caller.ts'
import {
  ACCOUNT,
  allowAll,
  allowOther,
  ana,
  ask,
  bucketPolicy,
  cloudtrail,
  denyAll,
  federated,
  OTHER_ACCOUNT,
  policy,
  reader,
  root,
  session,
} from '../question.ts'

const role = session.roleArn ?? ''
const yes = [allowAll]
const no = [allowOther]

interface Row {
  readonly name: string
  readonly changes: Partial<EvaluationInput>
  readonly decision: 'Allow' | 'Deny'
  /** The layer that decided. */
  readonly by?: string
}

const row = (
  name: string,
  changes: Partial<EvaluationInput>,
  decision: 'Allow' | 'Deny',
  by?: string,
): Row => ({ name, changes, decision, ...(by !== undefined && { by }) })

function check({ changes, decision, by }: Row): void {
  const result = ask(changes)
  expect(result.decision).toBe(decision)
  expect(result.decidedBy?.layer).toBe(by)
}

describe('within one account', () => {
  const bucket = (Principal: unknown) => ({ resourcePolicy: bucketPolicy(Principal) })

  test.each([
    row('identity alone', { identityPolicies: yes }, 'Allow', 'identity'),
    row('neither', { identityPolicies: no, ...bucket({ AWS: OTHER_ACCOUNT }) }, 'Deny', 'identity'),
    row('the bucket names the user', bucket({ AWS: ana.arn }), 'Allow', 'resource'),
    row('the bucket names everyone', bucket('*'), 'Allow', 'resource'),
    row('the bucket names the account only', bucket({ AWS: ACCOUNT }), 'Deny', 'identity'),
    row(
      'the account, and identity',
      { identityPolicies: yes, ...bucket({ AWS: ACCOUNT }) },
      'Allow',
      'identity',
    ),
    row(
      'the bucket names the role',
      { caller: reader, ...bucket({ AWS: role }) },
      'Allow',
      'resource',
    ),
    row(
      'the bucket names the session',
      { caller: reader, ...bucket({ AWS: reader.arn }) },
      'Allow',
      'resource',
    ),
    row('the root user, and nobody says anything', { caller: root }, 'Allow'),
    row(
      'the root user, and the bucket denies',
      { caller: root, resourcePolicy: bucketPolicy({ AWS: ACCOUNT }, 'Deny') },
      'Deny',
      'resource',
    ),
  ])('$name: $decision', check)

  describe('an Allow of the bucket and what caps the caller', () => {
    const capped = { boundary: allowOther, sessionPolicies: no }
    test.each([
      row(
        'the user is named: no boundary holds them',
        { boundary: allowOther, ...bucket({ AWS: ana.arn }) },
        'Allow',
        'resource',
      ),
      row(
        'the role is named: its boundary holds it',
        { caller: reader, boundary: allowOther, ...bucket({ AWS: role }) },
        'Deny',
        'boundary',
      ),
      row(
        'the role is named: the session policy holds it',
        { caller: reader, sessionPolicies: no, ...bucket({ AWS: role }) },
        'Deny',
        'session',
      ),
      row(
        'the role is named: both let it',
        { caller: reader, boundary: allowAll, sessionPolicies: yes, ...bucket({ AWS: role }) },
        'Allow',
        'resource',
      ),
      row(
        'the session is named: neither holds it',
        { caller: reader, ...capped, ...bucket({ AWS: reader.arn }) },
        'Allow',
        'resource',
      ),
      row(
        'everyone is named: neither holds them',
        { caller: reader, ...capped, ...bucket('*') },
        'Allow',
        'resource',
      ),
      row(
        'the account is named: the boundary holds them',
        { identityPolicies: yes, boundary: allowOther, ...bucket({ AWS: ACCOUNT }) },
        'Deny',
        'boundary',
      ),
      row(
        'the federated user is named: neither holds them',
        { caller: federated, ...capped, ...bucket({ AWS: federated.arn }) },
        'Allow',
        'resource',
      ),
      row(
        'identity allows, the boundary does not',
        { identityPolicies: yes, boundary: allowOther },
        'Deny',
        'boundary',
      ),
      row(
        'identity allows, the session policy does not',
        { caller: reader, identityPolicies: yes, sessionPolicies: no },
        'Deny',
        'session',
      ),
      row('the boundary allows, identity does not', { boundary: allowAll }, 'Deny', 'identity'),
      row(
        'the session policy allows, identity does not',
        { caller: reader, sessionPolicies: yes },
        'Deny',
        'identity',
      ),
    ])('$name: $decision', check)

    test.each([
      row(
        'of the boundary',
        { boundary: denyAll, ...bucket({ AWS: ana.arn }) },
        'Deny',
        'boundary',
      ),
      row(
        'of a session policy',
        { caller: reader, sessionPolicies: [denyAll], ...bucket({ AWS: reader.arn }) },
        'Deny',
        'session',
      ),
      row('of identity', { identityPolicies: [denyAll], ...bucket('*') }, 'Deny', 'identity'),
    ])('an explicit deny $name always wins', check)
  })

  test('a grant is credited to the statement that names the caller most directly', () => {
    const statement = { Effect: 'Allow', Action: 's3:*', Resource: '*' }
    const decision = ask({
      resourcePolicy: policy(
        'BucketPolicy',
        { ...statement, Principal: { AWS: ACCOUNT } },
        { ...statement, Sid: 'Ana', Principal: { AWS: ana.arn } },
      ),
    })
    expect(decision.decidedBy).toEqual({
      layer: 'resource',
      explicit: true,
      policy: 'BucketPolicy',
      statement: 1,
      sid: 'Ana',
    })
  })
})

describe('across accounts', () => {
  const abroad = (identityPolicies: EvaluationInput['identityPolicies'], Principal?: unknown) => ({
    resourceAccountId: OTHER_ACCOUNT,
    identityPolicies,
    resourcePolicy: Principal === undefined ? undefined : bucketPolicy(Principal),
  })

  test.each([
    row('both sides allow, naming the user', abroad(yes, { AWS: ana.arn }), 'Allow', 'identity'),
    row('both sides allow, naming the account', abroad(yes, { AWS: ACCOUNT }), 'Allow', 'identity'),
    row('both sides allow, naming everyone', abroad(yes, '*'), 'Allow', 'identity'),
    row('the bucket alone, naming the user', abroad(no, { AWS: ana.arn }), 'Deny', 'identity'),
    row('the bucket alone, naming everyone', abroad(no, '*'), 'Deny', 'identity'),
    row('identity alone', abroad(yes), 'Deny', 'resource'),
    row(
      'identity, and the bucket names others',
      abroad(yes, { AWS: OTHER_ACCOUNT }),
      'Deny',
      'resource',
    ),
    row('neither', abroad(no), 'Deny', 'resource'),
    row(
      'the bucket denies',
      { ...abroad(yes), resourcePolicy: bucketPolicy('*', 'Deny') },
      'Deny',
      'resource',
    ),
    row(
      'the boundary does not allow, the user is named',
      { ...abroad(yes, { AWS: ana.arn }), boundary: allowOther },
      'Deny',
      'boundary',
    ),
    row(
      'the session policy does not allow, the session is named',
      { ...abroad(yes, { AWS: reader.arn }), caller: reader, sessionPolicies: no },
      'Deny',
      'session',
    ),
    row(
      'the root user, whom the bucket names',
      { ...abroad([], { AWS: ACCOUNT }), caller: root },
      'Allow',
      'resource',
    ),
    row(
      'the root user, whom the bucket does not name',
      { ...abroad([]), caller: root },
      'Deny',
      'resource',
    ),
  ])('$name: $decision', check)

  test('an account that is not known is another one', () => {
    check(row('', { resourceAccountId: '', identityPolicies: yes }, 'Deny', 'resource'))
    const nowhere = { caller: { ...reader, accountId: '' }, resourceAccountId: '' }
    check(row('', { ...nowhere, identityPolicies: yes }, 'Deny', 'resource'))
  })
})

describe('a federated user', () => {
  test.each([
    row(
      'has nothing without a session policy',
      { caller: federated, identityPolicies: yes },
      'Deny',
      'session',
    ),
    row(
      'has what both allow',
      { caller: federated, identityPolicies: yes, sessionPolicies: yes },
      'Allow',
      'identity',
    ),
    row(
      'has no more than the user',
      { caller: federated, identityPolicies: no, sessionPolicies: yes },
      'Deny',
      'identity',
    ),
    row(
      'is held by the boundary of the user',
      { caller: federated, identityPolicies: yes, sessionPolicies: yes, boundary: allowOther },
      'Deny',
      'boundary',
    ),
  ])('$name', check)
})

describe('who has no identity in AWS', () => {
  test.each([
    row(
      'a service that the bucket names',
      { caller: cloudtrail, resourcePolicy: bucketPolicy({ Service: cloudtrail.arn }) },
      'Allow',
      'resource',
    ),
    row(
      'a service that it does not name',
      { caller: cloudtrail, resourcePolicy: bucketPolicy({ AWS: ACCOUNT }) },
      'Deny',
      'resource',
    ),
    row('a service without a bucket policy', { caller: cloudtrail }, 'Deny', 'resource'),
    row(
      'the anonymous, and the bucket is public',
      { caller: anonymous, resourcePolicy: bucketPolicy('*') },
      'Allow',
      'resource',
    ),
    row(
      'the anonymous, and it is not',
      { caller: anonymous, resourcePolicy: bucketPolicy({ AWS: ACCOUNT }) },
      'Deny',
      'resource',
    ),
    row('the anonymous, without a bucket policy', { caller: anonymous }, 'Deny', 'resource'),
    row(
      'the anonymous, with policies that are not theirs',
      { caller: anonymous, identityPolicies: yes },
      'Deny',
      'resource',
    ),
    row(
      'the anonymous, to a resource of nobody',
      { caller: anonymous, resourceAccountId: '', identityPolicies: yes },
      'Deny',
      'resource',
    ),
  ])('$name: $decision', check)
})
