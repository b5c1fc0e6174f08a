/** The query protocol's answers and refusals, as STS writes them. */
import { describe, expect, test } from 'vitest'
import { AwsError } from '#kernel/errors/awsError.ts'
import { awsQuery } from '#kernel/protocol/awsQuery.ts'
import { BadValue } from '#kernel/protocol/badValue.ts'
import { malformed } from '#kernel/protocol/malformed.ts'
import { iam, sts } from './fixture/apis.ts'
import { form, operationOf, textOf, wireRequest } from './fixture/wire.ts'

const context = { requestId: 'c6104cbe-af31-11e0-8154-cbc7ccf896c7' }

describe('identify', () => {
  test.each([
    ['body', form('Action=AssumeRole&Version=2011-06-15'), { name: 'AssumeRole', supported: true }],
    [
      'query string',
      wireRequest({ url: '/?Action=AssumeRole&Version=2011-06-15' }),
      { name: 'AssumeRole', supported: true },
    ],
    [
      'query string of a POST',
      wireRequest({ method: 'POST', url: '/?Action=AssumeRole&Version=2011-06-15' }),
      { name: 'AssumeRole', supported: true },
    ],
    [
      'what we lack',
      form('Action=GetSessionToken&Version=2011-06-15'),
      { name: 'GetSessionToken', supported: false },
    ],
    [
      'body before query string',
      wireRequest({
        method: 'POST',
        url: '/?Action=AssumeRoot',
        body: 'Action=AssumeRole&Version=2011-06-15',
      }),
      { name: 'AssumeRole', supported: true },
    ],
    ['a GET has no body', wireRequest({ body: 'Action=AssumeRole&Version=2011-06-15' }), undefined],
    ['an operation of no API', form('Action=Nonsense&Version=2011-06-15'), undefined],
    ['a name of the language', form('Action=constructor&Version=2011-06-15'), undefined],
    ['another API’s version', form('Action=AssumeRole&Version=2010-05-08'), undefined],
    ['no version', form('Action=AssumeRole'), undefined],
    ['broken encoding', form('Action=%ff&Version=2011-06-15'), undefined],
  ])('%s', (_title, request, found) => {
    expect(awsQuery.identify(sts, request)).toEqual(found)
  })
})

describe('unknown', () => {
  test.each([
    [
      'Action=Nonsense&Version=2011-06-15',
      'InvalidAction',
      'Could not find operation Nonsense for version 2011-06-15',
    ],
    [
      'Action=AssumeRole&Version=1999-01-01',
      'InvalidAction',
      'Could not find operation AssumeRole for version 1999-01-01',
    ],
    [
      'Action=AssumeRole',
      'InvalidAction',
      'Could not find operation AssumeRole for version NO_VERSION_SPECIFIED',
    ],
    [
      'Version=2011-06-15',
      'MissingAction',
      'The request is missing an action or a required parameter.',
    ],
    ['', 'MissingAction', 'The request is missing an action or a required parameter.'],
    [
      'Action={version}&Version=1',
      'InvalidAction',
      'Could not find operation {version} for version 1',
    ],
  ])('%s', (body, code, message) => {
    expect(awsQuery.unknown(sts, form(body))).toMatchObject({ code, message, status: 400 })
  })
})

describe('serialise', () => {
  test('an answer as STS writes it: indented, dates without milliseconds', () => {
    const output = {
      AssumedRoleUser: { AssumedRoleId: 'AROA:s', Arn: 'arn' },
      Credentials: {
        AccessKeyId: 'ASIA',
        SecretAccessKey: 'secret',
        SessionToken: 'token',
        Expiration: new Date('2026-11-24T15:30:35.999Z'),
      },
    }
    const answer = awsQuery.serialise(sts, operationOf(sts, 'AssumeRole'), output, context)
    expect(answer.status).toBe(200)
    expect(answer.headers).toEqual({
      'Content-Type': 'text/xml',
      'x-amzn-RequestId': context.requestId,
    })
    expect(
      textOf(answer),
    ).toBe(`<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <AssumeRoleResult>
    <Credentials>
      <AccessKeyId>ASIA</AccessKeyId>
      <SecretAccessKey>secret</SecretAccessKey>
      <SessionToken>token</SessionToken>
      <Expiration>2026-11-24T15:30:35Z</Expiration>
    </Credentials>
    <AssumedRoleUser>
      <AssumedRoleId>AROA:s</AssumedRoleId>
      <Arn>arn</Arn>
    </AssumedRoleUser>
  </AssumeRoleResult>
  <ResponseMetadata>
    <RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId>
  </ResponseMetadata>
</AssumeRoleResponse>`)
  })

  test('an operation that gives nothing has no result element', () => {
    const answer = awsQuery.serialise(iam, operationOf(iam, 'DeleteUser'), undefined, context)
    expect(
      textOf(answer),
    ).toBe(`<DeleteUserResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
  <ResponseMetadata>
    <RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId>
  </ResponseMetadata>
</DeleteUserResponse>`)
  })
})

describe('fail', () => {
  const denied = new AwsError({
    code: 'AccessDenied',
    status: 403,
    message: 'not <you> & you',
    headers: { 'Retry-After': '1' },
  })

  test('an error as STS writes it', () => {
    const answer = awsQuery.fail(sts, denied, context)
    expect(answer.status).toBe(403)
    expect(answer.headers).toMatchObject({ 'Content-Type': 'text/xml', 'Retry-After': '1' })
    expect(textOf(answer)).toBe(`<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <Error>
    <Type>Sender</Type>
    <Code>AccessDenied</Code>
    <Message>not &lt;you&gt; &amp; you</Message>
  </Error>
  <RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId>
</ErrorResponse>`)
  })

  test('the service is to blame for a 500', () => {
    const broken = new AwsError({ code: 'InternalFailure', status: 500, message: '' })
    expect(textOf(awsQuery.fail(sts, broken, context))).toContain('<Type>Receiver</Type>')
  })

  test('no body for HEAD', () => {
    expect(awsQuery.fail(sts, denied, { ...context, head: true }).body).toHaveLength(0)
  })
})

describe('malformed', () => {
  const head = 'Action=AssumeRole&Version=2011-06-15&'
  test.each([
    [
      'DurationSeconds=abc',
      'MalformedInput',
      400,
      'DurationSeconds is not an integer or within integer range',
    ],
    ['Tags=a', 'MalformedInput', 400, 'a value stands where a list starts'],
    ['RoleArn=%zz', 'MalformedQueryString', 404, 'The query string contains a syntax error.'],
  ])('%s', (body, code, status, message) => {
    try {
      awsQuery.parse(sts, operationOf(sts, 'AssumeRole'), form(head + body))
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(BadValue)
      expect(malformed(sts, error as BadValue)).toMatchObject({ code, status, message })
    }
  })
})
