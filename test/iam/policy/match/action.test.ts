import { describe, expect, test } from 'vitest'
import { compileActions, matchAction, requestedAction } from '#iam/policy/match/action.ts'

const matched = (patterns: readonly string[], action: string, negated = false) =>
  matchAction(compileActions(patterns, negated), requestedAction(action)).matched

describe('Action', () => {
  test.each([
    ['s3:GetObject', 's3:GetObject', true],
    ['S3:getobject', 's3:GetObject', true],
    ['s3:Get*', 's3:GetObject', true],
    ['s3:*Object', 's3:GetObject', true],
    ['s3:Get?bject', 's3:GetObject', true],
    ['s3:*', 's3:GetObject', true],
    ['*', 's3:GetObject', true],
    ['*:*', 's3:GetObject', true],
    ['*:Get*', 's3:GetObject', true],
    ['s3:GetObject', 's3:GetObjectAcl', false],
    ['s3:Get', 's3:GetObject', false],
    ['iam:*', 's3:GetObject', false],
    ['s3:*', 's3-object-lambda:GetObject', false],
    ['s3-object-lambda:*', 's3:GetObject', false],
    ['ec2:*', 'malformed', false],
  ])('%s covers %s: %j', (pattern, action, expected) => {
    expect(matched([pattern], action)).toBe(expected)
    expect(matched([pattern], action, true)).toBe(!expected)
  })

  test('of several patterns one is enough', () => {
    expect(matched(['ec2:*', 's3:Get*', 's3:Put*'], 's3:PutObject')).toBe(true)
    expect(matched(['ec2:*', 's3:Get*'], 's3:PutObject')).toBe(false)
  })

  test('names the pattern that matched, as it is written', () => {
    const element = compileActions(['ec2:*', 'S3:get*'], false)
    expect(matchAction(element, requestedAction('s3:GetObject'))).toEqual({
      element: 'action',
      matched: true,
      key: 'actionMatches',
      wanted: ['S3:get*'],
      got: ['s3:GetObject'],
    })
  })
})

describe('NotAction', () => {
  test('says what excluded the action, or that nothing did', () => {
    const element = compileActions(['iam:*'], true)
    expect(matchAction(element, requestedAction('iam:GetUser'))).toMatchObject({
      matched: false,
      key: 'actionExcluded',
      wanted: ['iam:*'],
    })
    expect(matchAction(element, requestedAction('s3:GetObject'))).toMatchObject({
      matched: true,
      key: 'actionNotExcluded',
    })
  })
})
