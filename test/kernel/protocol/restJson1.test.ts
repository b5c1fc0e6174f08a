/** Identity Center's two JSON wires. */
import { describe, expect, test } from 'vitest'
import { AwsError } from '#kernel/errors/awsError.ts'
import type { BadValue } from '#kernel/protocol/badValue.ts'
import { malformed } from '#kernel/protocol/malformed.ts'
import { restJson1 } from '#kernel/protocol/restJson1.ts'
import { sso, ssoOidc } from './fixture/apis.ts'
import { apiOf } from './fixture/models.ts'
import { operationOf, textOf, wireRequest } from './fixture/wire.ts'

const context = { requestId: 'id-1' }
const token = operationOf(ssoOidc, 'CreateToken')

describe('parse', () => {
  test('a body of JSON', () => {
    const body = JSON.stringify({ clientId: 'a', clientSecret: 'b', grantType: 'c', scope: ['d'] })
    const request = wireRequest({ method: 'POST', url: '/token', body })
    expect(restJson1.parse(ssoOidc, token, request)).toEqual(JSON.parse(body))
  })

  test('the bearer token is a header, no body is needed', () => {
    const request = wireRequest({
      method: 'POST',
      url: '/logout',
      headers: { 'x-amz-sso_bearer_token': 'T' },
    })
    expect(restJson1.parse(sso, operationOf(sso, 'Logout'), request)).toEqual({ accessToken: 'T' })
  })

  test('a body that is no JSON is an invalid_request', () => {
    try {
      restJson1.parse(ssoOidc, token, wireRequest({ method: 'POST', url: '/token', body: '{' }))
      expect.unreachable()
    } catch (error) {
      expect(malformed(ssoOidc, error as BadValue)).toMatchObject({
        code: 'InvalidRequestException',
        members: { error: 'invalid_request', error_description: 'the body is not JSON' },
      })
    }
  })
})

describe('serialise', () => {
  test('JSON, absent members left out', () => {
    const output = { accessToken: 'a', tokenType: 'Bearer', expiresIn: 3600, idToken: undefined }
    const answer = restJson1.serialise(ssoOidc, token, output, context)
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'Content-Type': 'application/json', 'x-amzn-RequestId': 'id-1' },
    })
    expect(textOf(answer)).toBe('{"accessToken":"a","tokenType":"Bearer","expiresIn":3600}')
  })

  test('an operation that gives nothing answers nothing', () => {
    const answer = restJson1.serialise(sso, operationOf(sso, 'Logout'), undefined, context)
    expect(answer).toEqual({
      status: 200,
      headers: { 'x-amzn-RequestId': 'id-1' },
      body: Buffer.alloc(0),
    })
  })
})

describe('fail', () => {
  test('recorded: a pending login, as AWS answers it', () => {
    const pending = new AwsError({
      code: 'AuthorizationPendingException',
      message: '',
      members: {
        error: 'authorization_pending',
        error_description: 'Authorization is still pending',
      },
    })
    const answer = restJson1.fail(ssoOidc, pending, context)
    expect(answer.status).toBe(400)
    expect(answer.headers['x-amzn-ErrorType']).toBe(
      'AuthorizationPendingException:http://internal.amazon.com/coral/com.amazonaws.sso.oidc/',
    )
    expect(textOf(answer)).toBe(
      '{"error":"authorization_pending","error_description":"Authorization is still pending"}',
    )
  })

  test('recorded: the portal names its exception in the body too', () => {
    const denied = new AwsError({ code: 'ForbiddenException', status: 403, message: 'No access' })
    const answer = restJson1.fail(sso, denied, context)
    expect(answer).toMatchObject({
      status: 403,
      headers: { 'x-amzn-ErrorType': 'ForbiddenException' },
    })
    expect(textOf(answer)).toBe(
      '{"message":"No access","__type":"com.amazonaws.switchboard.portal#ForbiddenException"}',
    )
  })

  test('a path that no operation has', () => {
    const error = restJson1.unknown(sso, wireRequest({ url: '/nothing' }))
    expect(error).toMatchObject({ code: 'UnknownOperationException', status: 404 })
  })
})

describe('payloads and status members', () => {
  const api = apiOf('rest-json', {
    In: {
      type: 'structure',
      payload: 'Body',
      members: { Body: 'Body', Id: { shape: 'string', header: 'x-id' } },
    },
    Body: { type: 'structure', members: { At: { shape: 'timestamp', format: 'iso8601' } } },
    Out: {
      type: 'structure',
      payload: 'Body',
      members: { Body: 'Body', Code: { shape: 'integer', statusCode: true } },
    },
  })
  const operation = operationOf(api, 'Do')
  const body = '{"At":"2026-11-24T15:30:35Z"}'
  const value = { At: new Date('2026-11-24T15:30:35Z') }

  test('a structure as payload is the whole body', () => {
    const request = wireRequest({ method: 'POST', headers: { 'X-Id': '1' }, body })
    expect(restJson1.parse(api, operation, request)).toEqual({ Id: '1', Body: value })
  })

  test('and the answer’s, with the status that a member holds', () => {
    const answer = restJson1.serialise(api, operation, { Body: value, Code: 202 }, context)
    expect(answer.status).toBe(202)
    expect(textOf(answer)).toBe('{"At":"2026-11-24T15:30:35.000Z"}')
  })
})
