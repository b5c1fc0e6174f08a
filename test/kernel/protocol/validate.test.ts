/** Constraints in AWS's words. The two messages marked "recorded" were seen from AWS itself. */
import { describe, expect, test } from 'vitest'
import { AwsError } from '#kernel/errors/awsError.ts'
import { validate, violationsOf } from '#kernel/protocol/validate.ts'
import { iam, s3, sts } from './fixture/apis.ts'
import { apiOf } from './fixture/models.ts'
import { operationOf } from './fixture/wire.ts'

const RoleArn = 'arn:aws:iam::111122223333:role/demo'

function refusalOf(name: string, input: object, api = sts): AwsError {
  try {
    validate(api, operationOf(api, name), input)
  } catch (error) {
    if (error instanceof AwsError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('AssumeRole', () => {
  test('recorded: an empty role ARN breaks two constraints, pattern first', () => {
    const { code, status, message } = refusalOf('AssumeRole', {
      RoleArn: '',
      RoleSessionName: 'session',
    })
    expect({ code, status }).toEqual({ code: 'ValidationError', status: 400 })
    expect(message).toBe(
      "2 validation errors detected: Value '' at 'roleArn' failed to satisfy constraint: " +
        'Member must satisfy regular expression pattern: ' +
        '[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+; ' +
        "Value '' at 'roleArn' failed to satisfy constraint: Member must have length greater than or equal to 20",
    )
  })

  test('recorded: a session name of 65 characters', () => {
    const RoleSessionName = 'x'.repeat(65)
    expect(refusalOf('AssumeRole', { RoleArn, RoleSessionName }).message).toBe(
      `1 validation error detected: Value '${RoleSessionName}' at 'roleSessionName' failed to satisfy constraint: ` +
        'Member must have length less than or equal to 64',
    )
  })

  test.each([
    [
      'a missing member is null',
      { RoleArn: undefined },
      "Value null at 'roleArn' failed to satisfy constraint: Member must not be null",
    ],
    [
      'a bad session name',
      { RoleSessionName: 'Session1:2' },
      "Value 'Session1:2' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*",
    ],
    [
      'too short a duration',
      { DurationSeconds: 600 },
      "Value '600' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
    ],
    [
      'too long a duration',
      { DurationSeconds: 43_201 },
      "Value '43201' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 43200",
    ],
    [
      'a tag key is counted from one',
      {
        Tags: [
          { Key: 'a', Value: 'b' },
          { Key: '', Value: 'b' },
        ],
      },
      "Value '' at 'tags.2.member.key' failed to satisfy constraint: Member must have length greater than or equal to 1",
    ],
    [
      'a tag without value',
      { Tags: [{ Key: 'a' }] },
      "Value null at 'tags.1.member.value' failed to satisfy constraint: Member must not be null",
    ],
    [
      'scalars of a list are told together',
      { TransitiveTagKeys: ['a', ''] },
      "Value '[a, ]' at 'transitiveTagKeys' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 128, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+]",
    ],
  ])('%s', (_title, input, text) => {
    const { message } = refusalOf('AssumeRole', { RoleArn, RoleSessionName: 'ok', ...input })
    expect(message).toContain(text)
  })

  test('a list too long is shown as Java shows it', () => {
    const Tags = Array.from({ length: 51 }, (_, at) => ({ Key: `k${at}`, Value: 'v' }))
    const { message } = refusalOf('AssumeRole', { RoleArn, RoleSessionName: 'ok', Tags })
    expect(message).toContain("Value '[Tag(key=k0, value=v), Tag(key=k1, value=v), ")
    expect(message).toContain(
      "at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50",
    )
  })

  test('text counts in code points', () => {
    const Tags = [{ Key: '𝒳'.repeat(128), Value: '' }]
    expect(() =>
      validate(sts, operationOf(sts, 'AssumeRole'), { RoleArn, RoleSessionName: 'ok', Tags }),
    ).not.toThrow()
    Tags[0]!.Key += '𝒳'
    expect(refusalOf('AssumeRole', { RoleArn, RoleSessionName: 'ok', Tags }).message).toContain(
      'less than or equal to 128',
    )
  })

  test('what is right passes', () => {
    const input = {
      RoleArn,
      RoleSessionName: 'a@b',
      DurationSeconds: 900,
      Tags: [],
      TransitiveTagKeys: ['é'],
    }
    expect(() => validate(sts, operationOf(sts, 'AssumeRole'), input)).not.toThrow()
  })
})

test('a secret value is not repeated', () => {
  const input = { RoleArn, PrincipalArn: RoleArn, SAMLAssertion: 'abc' }
  expect(refusalOf('AssumeRoleWithSAML', input).message).toBe(
    "1 validation error detected: Value at 'sAMLAssertion' failed to satisfy constraint: Member must have length greater than or equal to 4",
  )
})

test('an enum lists its values', () => {
  const input = { AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', Status: 'Off' }
  expect(refusalOf('UpdateAccessKey', input, iam).message).toBe(
    "1 validation error detected: Value 'Off' at 'status' failed to satisfy constraint: Member must satisfy enum value set: [Active, Inactive, Expired]",
  )
})

test('a body full of bad items is refused in bounded words', () => {
  const Tags = Array.from({ length: 5000 }, () => ({ Key: '', Value: null }))
  const { message } = refusalOf('AssumeRole', { RoleArn, RoleSessionName: 'ok', Tags })
  expect(message).toMatch(/^100 validation errors detected: /)
})

test('S3 has words of its own: nothing is thrown, the violations are there for the asking', () => {
  const operation = operationOf(s3, 'CreateBucket')
  expect(() => validate(s3, operation, { ACL: 'mine' })).not.toThrow()
  expect(violationsOf(operation, { ACL: 'mine' }).map(({ path }) => path)).toEqual([
    'aCL',
    'bucket',
  ])
})

describe('maps, bytes and the order of a service', () => {
  const api = apiOf('json', {
    In: {
      type: 'structure',
      members: { Names: 'Names', Bytes: 'Bytes', Text: 'Text', Boxes: 'Boxes' },
    },
    Names: { type: 'map', key: 'Key', value: 'Secret', max: 2 },
    Key: { type: 'string', pattern: '[a-z]+' },
    Secret: { type: 'string', min: 2, sensitive: true },
    Bytes: { type: 'blob', max: 3 },
    Text: { type: 'string', pattern: '[a-z]+', min: 2 },
    Boxes: { type: 'map', key: 'string', value: 'Box' },
    Box: { type: 'structure', members: { Text: 'Text' } },
  })

  test.each([
    [
      'keys of a map',
      { Names: { A: 'xx' } },
      "Value '{A=***Sensitive Data Redacted***}' at 'names' failed to satisfy constraint: Map keys must satisfy constraint: [Member must satisfy regular expression pattern: [a-z]+]",
    ],
    [
      'values of a map',
      { Names: { a: 'x' } },
      "at 'names' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length greater than or equal to 2]",
    ],
    [
      'size of a map',
      { Names: { a: 'xx', b: 'xx', c: 'xx' } },
      "at 'names' failed to satisfy constraint: Member must have length less than or equal to 2",
    ],
    [
      'bytes',
      { Bytes: Buffer.from('four') },
      "at 'bytes' failed to satisfy constraint: Member must have length less than or equal to 3",
    ],
    [
      'structures in a map',
      { Boxes: { a: { Text: 'x' } } },
      "Value 'x' at 'boxes.a.member.text' failed to satisfy constraint: Member must have length greater than or equal to 2",
    ],
  ])('%s', (_title, input, text) => {
    const { code, message } = refusalOf('Do', input, api)
    expect(code).toBe('ValidationException')
    expect(message).toContain(text)
  })

  test('this one tells length before pattern', () => {
    const { message } = refusalOf('Do', { Text: 'X' }, api)
    expect(message.indexOf('length')).toBeLessThan(message.indexOf('pattern'))
  })
})
