/** awsJson: the operation in a header, all else in JSON. */
import { describe, expect, test } from 'vitest'
import { AwsError } from '#kernel/errors/awsError.ts'
import { awsJson } from '#kernel/protocol/awsJson.ts'
import { apiOf } from './fixture/models.ts'
import { operationOf, textOf, wireRequest } from './fixture/wire.ts'

const api = apiOf(
  'json',
  {
    In: { type: 'structure', members: { Name: 'string', At: 'timestamp' } },
    Out: { type: 'structure', members: { At: 'timestamp' } },
    ConflictException: {
      type: 'structure',
      members: { Message: 'string' },
      error: { code: 'ConflictException', status: 400 },
    },
  },
  { model: { target: 'SWBExternalService', jsonVersion: '1.1' } },
)
const operation = operationOf(api, 'Do')
const call = (target: string, method = 'POST') =>
  wireRequest({ method, headers: { 'X-Amz-Target': target }, body: '{"Name":"a","At":1.5}' })

test.each([
  ['SWBExternalService.Do', 'POST', { name: 'Do', supported: true }],
  ['SWBExternalService.DoNot', 'POST', { name: 'DoNot', supported: false }],
  ['SWBExternalService.Nothing', 'POST', undefined],
  ['OtherService.Do', 'POST', undefined],
  ['SWBExternalService.Do', 'GET', undefined],
  ['SWBExternalService.__proto__', 'POST', undefined],
  ['', 'POST', undefined],
])('%s by %s is %j', (target, method, found) => {
  expect(awsJson.identify(api, call(target, method))).toEqual(found)
})

test('numbers are dates', () => {
  const input = awsJson.parse(api, operation, call('SWBExternalService.Do'))
  expect(input).toEqual({ Name: 'a', At: new Date(1500) })
})

test('an answer', () => {
  const answer = awsJson.serialise(api, operation, { At: new Date(1500) }, { requestId: 'id-1' })
  expect(answer.headers).toEqual({
    'Content-Type': 'application/x-amz-json-1.1',
    'x-amzn-RequestId': 'id-1',
  })
  expect(textOf(answer)).toBe('{"At":1.5}')
})

describe('fail', () => {
  test.each([
    ['ConflictException', '{"__type":"ConflictException","Message":"m","Reason":"r"}'],
    ['OtherException', '{"__type":"OtherException","message":"m","Reason":"r"}'],
  ])('%s carries its message as its shape calls it', (code, body) => {
    const error = new AwsError({ code, message: 'm', members: { Reason: 'r' } })
    expect(textOf(awsJson.fail(api, error, { requestId: 'id-1' }))).toBe(body)
  })
})
