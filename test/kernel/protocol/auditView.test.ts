/** What CloudTrail shows of a call. The AssumeRole and CreateBucket forms follow public records of real calls. */
import { describe, expect, test } from 'vitest'
import { requestParameters, responseElements } from '#kernel/protocol/auditView.ts'
import { iam, s3, ssoOidc, sts } from './fixture/apis.ts'
import { apiOf } from './fixture/models.ts'
import { operationOf, type SentRequest, wireRequest } from './fixture/wire.ts'

const anyRequest = wireRequest({})

describe('STS', () => {
  const operation = operationOf(sts, 'AssumeRoleWithSAML')

  test('parameters have their first letter lowered; the assertion is a secret', () => {
    const input = {
      RoleArn: 'arn:role',
      PrincipalArn: 'arn:provider',
      SAMLAssertion: 'PD94…',
      DurationSeconds: 43200,
      PolicyArns: [{ arn: 'arn:policy' }],
    }
    expect(requestParameters(sts, operation, input, anyRequest)).toEqual({
      roleArn: 'arn:role',
      principalArn: 'arn:provider',
      durationSeconds: 43200,
      policyArns: [{ arn: 'arn:policy' }],
    })
  })

  test('the answer shows the session token, never the secret key; dates as Java prints them', () => {
    const output = {
      Credentials: {
        AccessKeyId: 'ASIA',
        SecretAccessKey: 'secret',
        SessionToken: 'IQoJ',
        Expiration: new Date('2026-07-01T12:08:19.500Z'),
      },
      SubjectType: 'persistent',
    }
    const elements = responseElements(sts, operation, output)
    expect(elements).toEqual({
      credentials: {
        accessKeyId: 'ASIA',
        sessionToken: 'IQoJ',
        expiration: 'Jul 1, 2026, 12:08:19 PM',
      },
      subjectType: 'persistent',
    })
    expect(JSON.stringify(elements)).not.toContain('secret')
  })

  test.each([
    ['2024-08-02T08:45:00Z', 'Aug 2, 2024, 8:45:00 AM'],
    ['2024-08-02T00:05:00Z', 'Aug 2, 2024, 12:05:00 AM'],
    ['2024-12-31T23:59:59Z', 'Dec 31, 2024, 11:59:59 PM'],
  ])('%s is %s', (iso, text) => {
    const output = { Credentials: { Expiration: new Date(iso) } }
    expect(responseElements(sts, operation, output)).toEqual({ credentials: { expiration: text } })
  })
})

test('IAM drops the secret of a new key', () => {
  const output = { AccessKey: { UserName: 'dev', AccessKeyId: 'AKIA', SecretAccessKey: 'secret' } }
  expect(responseElements(iam, operationOf(iam, 'CreateAccessKey'), output)).toEqual({
    accessKey: { userName: 'dev', accessKeyId: 'AKIA' },
  })
})

test('Identity Center masks secrets, those of the model and those of the caller’s rules', () => {
  const input = { clientId: 'c', clientSecret: 's', grantType: 'g', code: 'x', redirectUri: 'u' }
  const rules = { hide: ['code'], drop: ['redirectUri'] }
  const operation = operationOf(ssoOidc, 'CreateToken')
  expect(requestParameters(ssoOidc, operation, input, anyRequest, rules)).toEqual({
    clientId: 'c',
    clientSecret: 'HIDDEN_DUE_TO_SECURITY_REASONS',
    grantType: 'g',
    code: 'HIDDEN_DUE_TO_SECURITY_REASONS',
  })
})

describe('S3', () => {
  const view = (name: string, input: object, request: SentRequest) =>
    requestParameters(s3, operationOf(s3, name), input, wireRequest(request))

  test('bucket by its own name, the body under its element, the host', () => {
    const input = {
      Bucket: 'corp-demo',
      CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' },
    }
    const headers = { Host: 'corp-demo.s3.eu-central-1.amazonaws.com', 'x-amz-acl': 'private' }
    expect(view('CreateBucket', input, { method: 'PUT', url: '/corp-demo', headers })).toEqual({
      CreateBucketConfiguration: {
        LocationConstraint: 'eu-central-1',
        xmlns: 'http://s3.amazonaws.com/doc/2006-03-01/',
      },
      bucketName: 'corp-demo',
      Host: 'corp-demo.s3.eu-central-1.amazonaws.com',
      'x-amz-acl': 'private',
    })
  })

  test('lists in a body are their element: one as an object, several as a list', () => {
    const tag = (Key: string) => ({ Key, Value: 'v' })
    const parameters = (keys: string[]) =>
      view(
        'CreateBucket',
        { Bucket: 'b', CreateBucketConfiguration: { Tags: keys.map(tag) } },
        { method: 'PUT', url: '/b' },
      )['CreateBucketConfiguration']
    expect(parameters(['a'])).toMatchObject({ Tags: { Tag: tag('a') } })
    expect(parameters(['a', 'b'])).toMatchObject({ Tags: { Tag: [tag('a'), tag('b')] } })
  })

  test('the query as it was sent: raw values, a sub-resource as an empty text', () => {
    const url = '/b?list-type=2&max-keys=5&prefix=a%2Fb'
    expect(view('ListObjectsV2', { Bucket: 'b', MaxKeys: 5 }, { url })).toEqual({
      bucketName: 'b',
      'list-type': '2',
      'max-keys': '5',
      prefix: 'a/b',
    })
    expect(view('GetBucketLocation', { Bucket: 'b' }, { url: '/b?location' })).toEqual({
      bucketName: 'b',
      location: '',
    })
  })

  test('no signature, session or customer key, no bytes of an object', () => {
    const url =
      '/b/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=60&X-Amz-Signature=SECRET&X-Amz-Credential=SECRET&X-Amz-Security-Token=SECRET'
    const headers = {
      'x-amz-server-side-encryption-customer-key': 'SECRET',
      Authorization: 'SECRET',
    }
    const input = { Bucket: 'b', Key: 'k', Body: Buffer.from('SECRET') }
    const parameters = view('PutObject', input, { method: 'PUT', url, headers })
    expect(JSON.stringify(parameters)).not.toContain('SECRET')
    expect(parameters).toEqual({
      bucketName: 'b',
      key: 'k',
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Expires': '60',
    })
  })
})

test('EC2: wire names, lists as items, return as _return', () => {
  const api = apiOf(
    'ec2',
    {
      Out: {
        type: 'structure',
        members: {
          Return: { shape: 'boolean', name: 'return' },
          Rules: { shape: 'Rules', name: 'ruleSet' },
          None: { shape: 'Rules', name: 'noneSet' },
        },
      },
      Rules: { type: 'list', of: { shape: 'Rule', name: 'item' } },
      Rule: { type: 'structure', members: { FromPort: { shape: 'integer', name: 'fromPort' } } },
    },
    { traits: { auditStyle: 'ec2' } },
  )
  const output = { Return: true, Rules: [{ FromPort: 22 }], None: [] }
  expect(responseElements(api, operationOf(api, 'Do'), output)).toEqual({
    _return: true,
    ruleSet: { items: [{ fromPort: 22 }] },
    noneSet: {},
  })
})
