import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLinkedTo, isReservedBySso, parseRoleArn } from '#sts/roleArn.ts'

const account = fc.stringMatching(/^\d{12}$/)
const name = fc.stringMatching(/^[\w+=,.@-]{1,64}$/)
const path = fc.stringMatching(/^\/([a-z0-9._-]{1,8}\/){0,4}$/)

describe('the ARN of a role', () => {
  test('is taken apart into what it was made of', () => {
    fc.assert(
      fc.property(account, path, name, (accountId, at, named) => {
        const parsed = parseRoleArn(`arn:aws:iam::${accountId}:role${at}${named}`)
        expect(parsed).toEqual({ accountId, path: at, name: named })
      }),
    )
  })

  test.each([
    '',
    'role/x',
    'arn:aws:iam::123456789012:role',
    'arn:aws:iam::123456789012:role/',
    'arn:aws:iam::123456789012:role/a b',
    'arn:aws:iam::123456789012:role/path/',
    'arn:aws:iam::12345678901:role/x',
    'arn:aws:iam:us-east-1:123456789012:role/x',
    'arn:aws-cn:iam::123456789012:role/x',
    'arn:aws:sts::123456789012:assumed-role/x/y',
    `arn:aws:iam::123456789012:role/${'x'.repeat(65)}`,
    'arn:aws:iam::123456789012:role/x\n',
    ' arn:aws:iam::123456789012:role/x',
  ])('is not %j', (text) => {
    expect(parseRoleArn(text)).toBeUndefined()
  })

  test('of any text is found out quickly', () => {
    const started = performance.now()
    parseRoleArn(`arn:aws:iam::123456789012:role/${'a/'.repeat(50_000)}!`)
    expect(performance.now() - started).toBeLessThan(500)
  })
})

const role = (path: string, name: string) => ({ accountId: '123456789012', path, name })

test.each([
  [role('/aws-reserved/sso.amazonaws.com/', 'x'), true],
  [role('/aws-reserved/sso.amazonaws.com/eu-west-1/', 'x'), true],
  [role('/', 'AWSReservedSSO_X'), true],
  [role('/aws-reserved/', 'x'), false],
  [role('/', 'MyAWSReservedSSO_X'), false],
])('a role that Identity Center reserved: %j %s', (parsed, reserved) => {
  expect(isReservedBySso(parsed)).toBe(reserved)
})

test.each([
  [role('/aws-service-role/sso.amazonaws.com/', 'AWSServiceRoleForSSO'), true],
  [role('/aws-service-role/sso.amazonaws.com/deeper/', 'x'), false],
  [role('/aws-service-role/other.amazonaws.com/', 'x'), false],
  [role('/', 'aws-service-role'), false],
])('a role that is linked to it: %j %s', (parsed, linked) => {
  expect(isLinkedTo(parsed, 'sso.amazonaws.com')).toBe(linked)
})
