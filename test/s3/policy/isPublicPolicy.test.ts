import { describe, expect, test } from 'vitest'
import type { PolicyStatement } from '#s3/policy/checkBucketPolicy.ts'
import { isPublicPolicy } from '#s3/policy/isPublicPolicy.ts'

type Condition = PolicyStatement['conditions'][number]

function grant(names: readonly string[], ...conditions: Condition[]): PolicyStatement {
  return {
    effect: 'Allow',
    principal: { negated: false, values: names.map((name) => ({ type: 'AWS', name })) },
    action: { negated: false, values: ['s3:GetObject'] },
    resource: { negated: false, values: ['arn:aws:s3:::b/*'] },
    conditions,
  }
}

/** Not a template of this language, but of policies. */
const VARIABLE = ['$', '{aws:userid}'].join('')

const when = (operator: string, key: string, ...values: string[]): Condition => ({
  operator,
  key,
  values,
})

/** S3 User Guide, "Blocking public access to your Amazon S3 storage", "The meaning of public". */
describe('a bucket policy is public', () => {
  test.each<[string, PolicyStatement]>([
    ['that lets everybody in', grant(['*'])],
    ['that lets everybody in among others', grant(['arn:aws:iam::111122223333:root', '*'])],
    [
      'that lets in all but some',
      {
        ...grant([]),
        principal: { negated: true, values: [{ type: 'AWS', name: '111122223333' }] },
      },
    ],
    ['on a condition that narrows nobody', grant(['*'], when('StringEquals', 's3:prefix', 'a'))],
    ['on a wildcard value', grant(['*'], when('StringLike', 'aws:SourceVpc', 'vpc-*'))],
    ['on a variable', grant(['*'], when('StringEquals', 'aws:userid', VARIABLE))],
    ['on what it must not be', grant(['*'], when('StringNotEquals', 'aws:SourceVpc', 'vpc-1'))],
    [
      'also where the key is absent',
      grant(['*'], when('StringEqualsIfExists', 'aws:SourceVpc', 'vpc-1')),
    ],
    ['for a network broader than /8', grant(['*'], when('IpAddress', 'aws:SourceIp', '0.0.0.0/1'))],
    [
      'for one such network of two',
      grant(['*'], when('IpAddress', 'aws:SourceIp', '203.0.113.0/24', '0.0.0.0/0')),
    ],
    ['for IPv6 broader than /32', grant(['*'], when('IpAddress', 'aws:SourceIp', '2001::/16'))],
    ['for all but a network', grant(['*'], when('NotIpAddress', 'aws:SourceIp', '203.0.113.0/24'))],
    ['for the sessions of any user', grant(['*'], when('StringLike', 'aws:userid', 'A*:x'))],
  ])('%s', (_, statement) => expect(isPublicPolicy([statement])).toBe(true))

  test.each<[string, PolicyStatement]>([
    ['that names an account', grant(['111122223333'])],
    ['that names a user', grant(['arn:aws:iam::111122223333:user/ana'])],
    ['that denies', { ...grant(['*']), effect: 'Deny' }],
    [
      'for an organization',
      grant(['*'], when('StringEquals', 'aws:PrincipalOrgID', 'o-1234567890')),
    ],
    ['for one VPC', grant(['*'], when('StringEquals', 'aws:SourceVpc', 'vpc-1'))],
    [
      'for any of two VPCs',
      grant(['*'], when('ForAnyValue:StringEquals', 'aws:SourceVpc', 'vpc-1', 'vpc-2')),
    ],
    [
      'for one source',
      grant(['*'], when('ArnLike', 'aws:SourceArn', 'arn:aws:sns:us-east-1:111122223333:t')),
    ],
    [
      'for an account as a source',
      grant(['*'], when('StringEquals', 'AWS:SourceAccount', '111122223333')),
    ],
    ['for a network of /8', grant(['*'], when('IpAddress', 'aws:SourceIp', '203.0.0.0/8'))],
    ['for one address', grant(['*'], when('IpAddress', 'aws:SourceIp', '203.0.113.7'))],
    ['for private networks', grant(['*'], when('IpAddress', 'aws:SourceIp', '10.0.0.0/7'))],
    [
      'for the sessions of one role',
      grant(['*'], when('StringLike', 'aws:userid', 'AROAEXAMPLE:*')),
    ],
    [
      'for access points of one account',
      grant(
        ['*'],
        when(
          'StringLike',
          's3:DataAccessPointArn',
          'arn:aws:s3:us-west-2:111122223333:accesspoint/*',
        ),
      ),
    ],
    [
      'with one condition that narrows among others',
      grant(
        ['*'],
        when('Bool', 'aws:SecureTransport', 'true'),
        when('StringEquals', 'aws:SourceVpc', 'vpc-1'),
      ),
    ],
  ])('but not one %s', (_, statement) => expect(isPublicPolicy([statement])).toBe(false))

  test('if one of its statements is', () => {
    expect(isPublicPolicy([grant(['111122223333']), grant(['*'])])).toBe(true)
  })
})
