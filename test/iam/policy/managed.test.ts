import { describe, expect, test } from 'vitest'
import { FullAWSAccess } from '#iam/policy/managed/FullAWSAccess.ts'
import { managedGuardrails, managedPolicies } from '#iam/policy/managed/index.ts'
import { RCPFullAWSAccess } from '#iam/policy/managed/RCPFullAWSAccess.ts'
import { parsePolicy } from '#iam/policy/parsePolicy.ts'
import { ACCOUNT, allowAll, ask } from './question.ts'

const may = (arn: string, action: string, resource = '*') => {
  const policy = managedPolicies.get(arn)
  if (policy === undefined) throw new Error(`no policy ${arn}`)
  return ask({ identityPolicies: [policy], action, resource }).decision
}

describe('an AWS managed policy', () => {
  test.each([...managedPolicies.values()])('$name is a valid policy of its own', (policy) => {
    expect(parsePolicy(policy.document, 'identity').version).toBe('2012-10-17')
    expect(parsePolicy(policy.document, 'boundary').statements.length).toBeGreaterThan(0)
    expect(policy.arn).toBe(`arn:aws:iam::aws:policy${policy.path}${policy.name}`)
    expect(policy.policyId).toMatch(/^ANPA[A-Z0-9]{17}$/)
    expect(policy.defaultVersionId).toMatch(/^v\d+$/)
    for (const date of [policy.createDate, policy.updateDate]) {
      expect(new Date(date).toISOString()).toBe(date.replace('Z', '.000Z'))
    }
  })

  test('has an id of its own', () => {
    const ids = [...managedPolicies.values()].map(({ policyId }) => policyId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each([
    ['AdministratorAccess', 'iam:CreateUser', 'Allow'],
    ['AdministratorAccess', 's3:DeleteBucket', 'Allow'],
    ['PowerUserAccess', 's3:DeleteBucket', 'Allow'],
    ['PowerUserAccess', 'iam:CreateUser', 'Deny'],
    ['PowerUserAccess', 'iam:ListRoles', 'Allow'],
    ['PowerUserAccess', 'organizations:LeaveOrganization', 'Deny'],
    ['AmazonS3FullAccess', 's3:DeleteBucket', 'Allow'],
    ['AmazonS3FullAccess', 'iam:GetUser', 'Deny'],
    ['AmazonS3ReadOnlyAccess', 's3:GetObject', 'Allow'],
    ['AmazonS3ReadOnlyAccess', 's3:ListAllMyBuckets', 'Allow'],
    ['AmazonS3ReadOnlyAccess', 's3:PutObject', 'Deny'],
    ['IAMFullAccess', 'iam:CreateRole', 'Allow'],
    ['IAMFullAccess', 's3:GetObject', 'Deny'],
    ['IAMReadOnlyAccess', 'iam:GetRole', 'Allow'],
    ['IAMReadOnlyAccess', 'iam:SimulatePrincipalPolicy', 'Allow'],
    ['IAMReadOnlyAccess', 'iam:CreateRole', 'Deny'],
    ['ReadOnlyAccess', 's3:GetObject', 'Allow'],
    ['ReadOnlyAccess', 'ec2:DescribeInstances', 'Allow'],
    ['ReadOnlyAccess', 's3:PutObject', 'Deny'],
    ['ReadOnlyAccess', 'secretsmanager:GetSecretValue', 'Deny'],
    ['ReadOnlyAccess', 'kms:Decrypt', 'Deny'],
    ['SecurityAudit', 's3:GetBucketPolicy', 'Allow'],
    ['SecurityAudit', 's3:GetObject', 'Deny'],
    ['job-function/ViewOnlyAccess', 's3:ListAllMyBuckets', 'Allow'],
    ['job-function/ViewOnlyAccess', 's3:GetObject', 'Deny'],
  ])('%s: %s is %s', (name, action, decision) => {
    expect(may(`arn:aws:iam::aws:policy/${name}`, action)).toBe(decision)
  })

  test('of Identity Center reaches its own roles and provider, and no others', () => {
    const arn = 'arn:aws:iam::aws:policy/aws-service-role/AWSSSOServiceRolePolicy'
    const reserved = `arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_A_1`
    for (const action of ['iam:CreateRole', 'iam:PutRolePolicy', 'iam:DeleteRole', 'iam:GetRole']) {
      expect(may(arn, action, reserved)).toBe('Allow')
    }
    expect(may(arn, 'iam:CreateRole', `arn:aws:iam::${ACCOUNT}:role/Admin`)).toBe('Deny')
    expect(
      may(
        arn,
        'iam:CreateSAMLProvider',
        `arn:aws:iam::${ACCOUNT}:saml-provider/AWSSSO_1_DO_NOT_DELETE`,
      ),
    ).toBe('Allow')
    expect(may(arn, 'iam:CreateSAMLProvider', `arn:aws:iam::${ACCOUNT}:saml-provider/corp`)).toBe(
      'Deny',
    )
    expect(may(arn, 'iam:CreateUser', `arn:aws:iam::${ACCOUNT}:user/x`)).toBe('Deny')
  })
})

describe('the guardrails that Organizations attaches itself', () => {
  test('let everything pass, and grant nothing', () => {
    const scps = [{ level: 'root', policies: [FullAWSAccess] }]
    const rcps = [{ level: 'root', policies: [RCPFullAWSAccess] }]
    expect(ask({ scps, rcps, identityPolicies: [allowAll] }).decision).toBe('Allow')
    expect(ask({ scps, rcps }).decision).toBe('Deny')
  })

  test('are found by ARN', () => {
    expect(managedGuardrails.get(FullAWSAccess.arn)).toBe(FullAWSAccess)
    expect(managedGuardrails.get(RCPFullAWSAccess.arn)).toBe(RCPFullAWSAccess)
  })
})
