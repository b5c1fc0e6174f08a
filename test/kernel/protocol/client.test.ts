/** Our own services as clients of STS and IAM: what one side writes the other reads. */
import { describe, expect, test } from 'vitest'
import { AwsError } from '#kernel/errors/awsError.ts'
import { awsQuery } from '#kernel/protocol/awsQuery.ts'
import { readAnswer, writeCall } from '#kernel/protocol/client.ts'
import { iam, s3, sts } from './fixture/apis.ts'
import { sampleInput, sampleOutput } from './fixture/sampleValue.ts'
import { operationOf, wireRequest } from './fixture/wire.ts'

const query = [sts, iam].flatMap((api) =>
  [...api.operations.values()].map((operation) => ({ api, operation, title: operation.name })),
)

describe.each(query)('$title', ({ api, operation }) => {
  test('the call arrives as it was meant', () => {
    const input = sampleInput(operation)
    const { method, path, body } = writeCall(api, operation.name, input)
    const request = wireRequest({ method, url: path, body })
    expect(awsQuery.identify(api, request)).toEqual({ name: operation.name, supported: true })
    expect(awsQuery.parse(api, operation, request)).toEqual(input)
  })

  test('so does the answer', () => {
    const output = sampleOutput(operation)
    const answer = awsQuery.serialise(api, operation, output, { requestId: 'id-1' })
    expect(readAnswer(api, operation.name, answer)).toEqual(output)
  })
})

test('a call, byte by byte', () => {
  const input = { RoleArn: 'arn:aws', RoleSessionName: 'a b', Tags: [{ Key: 'k', Value: '*' }] }
  const { headers, body } = writeCall(sts, 'AssumeRole', input)
  expect(headers['content-type']).toBe('application/x-www-form-urlencoded; charset=utf-8')
  expect(body.toString()).toBe(
    'Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws&RoleSessionName=a%20b' +
      '&Tags.member.1.Key=k&Tags.member.1.Value=%2A',
  )
})

test('an empty list is said', () => {
  expect(writeCall(sts, 'AssumeRole', { Tags: [] }).body.toString()).toMatch(/&Tags=$/)
})

describe('a refusal', () => {
  const thrown = (answer: Parameters<typeof readAnswer>[2]): unknown => {
    try {
      return readAnswer(sts, 'AssumeRole', answer)
    } catch (error) {
      return error
    }
  }

  test('is thrown as it came, with the callee’s request id beside it', () => {
    const error = new AwsError({ code: 'AccessDenied', status: 403, message: 'no <role>' })
    const answer = awsQuery.fail(sts, error, { requestId: 'id-1' })
    const received = thrown(answer)
    expect(received).toBeInstanceOf(AwsError)
    expect(received).toMatchObject({
      code: 'AccessDenied',
      message: 'no <role>',
      status: 403,
      fault: 'Sender',
      detail: { requestId: 'id-1' },
    })
  })

  test('of no known form keeps its status', () => {
    const answer = { status: 502, headers: {}, body: Buffer.from('bad gateway') }
    expect(thrown(answer)).toMatchObject({ code: 'UnknownError', status: 502, fault: 'Receiver' })
  })
})

test('what a newer service adds is ignored', () => {
  const xml =
    '<AssumeRoleResponse><AssumeRoleResult><New>1</New><PackedPolicySize>3</PackedPolicySize></AssumeRoleResult></AssumeRoleResponse>'
  const answer = { status: 200, headers: {}, body: Buffer.from(xml) }
  expect(readAnswer(sts, 'AssumeRole', answer)).toEqual({ PackedPolicySize: 3 })
})

test.each([
  [
    'another protocol',
    () => writeCall(s3, 'ListBuckets', {}),
    /rest-xml protocol are not supported/,
  ],
  ['what we lack', () => writeCall(sts, 'GetSessionToken', {}), /no operation GetSessionToken/],
])('%s is refused as a mistake of ours', (_title, call, text) => {
  expect(call).toThrow(text)
  expect(operationOf(sts, 'AssumeRole').unsigned).toBe(false)
})
