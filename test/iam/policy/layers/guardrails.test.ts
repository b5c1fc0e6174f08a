import { describe, expect, test } from 'vitest'
import type { EvaluationInput, GuardrailLevel } from '#iam/policy/evaluationInput.ts'
import { RCP_SERVICES } from '#iam/policy/layers/rcp.ts'
import { FullAWSAccess } from '#iam/policy/managed/FullAWSAccess.ts'
import { RCPFullAWSAccess } from '#iam/policy/managed/RCPFullAWSAccess.ts'
import { anonymous } from '#kernel/hops/caller.ts'
import {
  ACCOUNT,
  allow,
  allowAll,
  allowOther,
  ana,
  ask,
  bucketPolicy,
  cloudtrail,
  deny,
  federated,
  layerOf,
  policy,
  reader,
  root,
  session,
} from '../question.ts'

const denyS3 = policy('DenyS3', deny('s3:*'))
const allowS3 = policy('AllowS3', allow('s3:*'))

const levels = (...policies: readonly GuardrailLevel['policies'][]): readonly GuardrailLevel[] =>
  policies.map((each, n) => ({ level: ['root', 'Workloads', ACCOUNT][n] ?? 'OU', policies: each }))

const scpVerdict = (
  scps: readonly GuardrailLevel[] | undefined,
  changes: Partial<EvaluationInput> = {},
) =>
  layerOf(
    ask({ identityPolicies: [allowAll], sessionPolicies: [allowAll], scps, ...changes }),
    'scp',
  ).verdict

describe('SCPs', () => {
  test.each([
    ['an allow at each level', levels([FullAWSAccess], [FullAWSAccess], [FullAWSAccess]), 'allow'],
    ['different allows at each level', levels([FullAWSAccess], [allowS3], [allowAll]), 'allow'],
    ['within a level any allow', levels([allowOther, allowS3], [FullAWSAccess]), 'allow'],
    [
      'no allow at the root',
      levels([allowOther], [FullAWSAccess], [FullAWSAccess]),
      'implicitDeny',
    ],
    ['no allow at an OU', levels([FullAWSAccess], [allowOther], [FullAWSAccess]), 'implicitDeny'],
    [
      'no allow at the account',
      levels([FullAWSAccess], [FullAWSAccess], [allowOther]),
      'implicitDeny',
    ],
    ['no policy at a level', levels([FullAWSAccess], [], [FullAWSAccess]), 'implicitDeny'],
    ['a deny beside an allow', levels([FullAWSAccess], [FullAWSAccess, denyS3]), 'explicitDeny'],
    ['a deny at the root only', levels([denyS3, FullAWSAccess], [FullAWSAccess]), 'explicitDeny'],
    ['a deny instead of an allow', levels([denyS3]), 'explicitDeny'],
    ['no organization', undefined, 'notApplicable'],
  ] as const)('with %s: %3$s', (_, scps, verdict) => {
    expect(scpVerdict(scps)).toBe(verdict)
  })

  test('never grant', () => {
    expect(ask({ scps: levels([FullAWSAccess]) }).decision).toBe('Deny')
  })

  test('name the level that lets nothing past, and the one that denies', () => {
    const blocked = ask({
      identityPolicies: [allowAll],
      scps: levels([FullAWSAccess], [allowOther]),
    })
    expect(blocked.decidedBy).toEqual({ layer: 'scp', explicit: false, level: 'Workloads' })
    const denied = ask({ scps: levels([FullAWSAccess], [FullAWSAccess, denyS3]) })
    expect(denied.decidedBy).toEqual({
      layer: 'scp',
      explicit: true,
      policy: 'DenyS3',
      level: 'Workloads',
      statement: 0,
    })
    expect(layerOf(denied, 'scp').policies.map(({ level }) => level)).toEqual([
      'root',
      'Workloads',
      'Workloads',
    ])
  })

  const locked = levels([denyS3])
  const linked = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/sso.amazonaws.com/AWSServiceRoleForSSO`
  test.each([
    ['a user', { caller: ana }, 'explicitDeny'],
    ['a role session', { caller: reader }, 'explicitDeny'],
    ['a federated user', { caller: federated }, 'explicitDeny'],
    ['the root user of a member', { caller: root }, 'explicitDeny'],
    ['the management account', { isManagementAccount: true }, 'notApplicable'],
    [
      'the root user of the management account',
      { caller: root, isManagementAccount: true },
      'notApplicable',
    ],
    ['a service-linked role', { isServiceLinkedRole: true }, 'notApplicable'],
    [
      'a role of that path',
      { caller: { ...reader, session: { ...session, roleArn: linked } } },
      'notApplicable',
    ],
    ['a service', { caller: cloudtrail }, 'notApplicable'],
    ['the anonymous', { caller: anonymous }, 'notApplicable'],
  ] as const)('and %s: %3$s', (_, changes, verdict) => {
    expect(scpVerdict(locked, changes)).toBe(verdict)
  })

  test('bind a grant of the resource too', () => {
    const scps = levels([allowOther])
    expect(ask({ scps, resourcePolicy: bucketPolicy({ AWS: ana.arn }) }).decision).toBe('Deny')
  })
})

describe('RCPs', () => {
  const denyOutsiders = {
    name: 'OnlyUs',
    document: JSON.stringify({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: '*',
        Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } },
      },
    }),
  }
  const rcps = levels([RCPFullAWSAccess], [RCPFullAWSAccess, denyOutsiders])
  const rcpVerdict = (changes: Partial<EvaluationInput>) =>
    layerOf(ask({ rcps, ...changes }), 'rcp').verdict
  const organization = { callerOrganization: { id: 'o-2' } }

  test.each([
    ['who belongs to the organization', { callerOrganization: { id: 'o-1' } }, 'allow'],
    ['who belongs to another', organization, 'explicitDeny'],
    ['the root user of the resource', { caller: root, ...organization }, 'explicitDeny'],
    [
      'the caller of a management account',
      { isManagementAccount: true, ...organization },
      'explicitDeny',
    ],
    [
      'a resource in the management account',
      { isResourceInManagementAccount: true, ...organization },
      'notApplicable',
    ],
    ['a service-linked role', { isServiceLinkedRole: true, ...organization }, 'notApplicable'],
    [
      'a service that honours none',
      { action: 'ec2:RunInstances', ...organization },
      'notApplicable',
    ],
    ['no organization', { rcps: undefined, ...organization }, 'notApplicable'],
  ] as const)('and %s: %3$s', (_, changes, verdict) => {
    expect(rcpVerdict(changes)).toBe(verdict)
  })

  test('need an allow at each level, which AWS attaches itself', () => {
    expect(rcpVerdict({ rcps: levels([RCPFullAWSAccess], []) })).toBe('implicitDeny')
  })

  test('bind the anonymous, whatever the bucket says', () => {
    const hidden = {
      name: 'NotAnonymous',
      document: JSON.stringify({
        Version: '2012-10-17',
        Statement: {
          Effect: 'Deny',
          Principal: '*',
          Action: '*',
          Resource: '*',
          Condition: { StringEquals: { 'aws:PrincipalType': 'Anonymous' } },
        },
      }),
    }
    const decision = ask({
      caller: anonymous,
      resourcePolicy: bucketPolicy('*'),
      rcps: levels([RCPFullAWSAccess, hidden]),
    })
    expect(decision.decidedBy).toMatchObject({
      layer: 'rcp',
      explicit: true,
      policy: 'NotAnonymous',
    })
  })

  test('are honoured by S3 and STS', () => {
    expect(RCP_SERVICES).toContain('s3')
    expect(RCP_SERVICES).toContain('sts')
  })
})
