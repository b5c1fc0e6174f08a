// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables
import { describe, expect, test } from 'vitest'
import { ABSENT, holds } from './holds.ts'

const positive = ['ArnEquals', 'ArnLike'] as const
const negated = ['ArnNotEquals', 'ArnNotLike'] as const

const same = [
  ['arn:aws:iam::111122223333:role/Reader', 'arn:aws:iam::111122223333:role/Reader'],
  ['arn:aws:iam::111122223333:role/*', 'arn:aws:iam::111122223333:role/teams/Reader'],
  ['arn:aws:iam::*:role/Re?der', 'arn:aws:iam::111122223333:role/Reader'],
  ['arn:*:*:*:*:*', 'arn:aws:s3:::docs'],
  ['arn:aws:sns:*:*:topic', 'arn:aws:sns:us-east-1:111122223333:topic'],
  ['arn:aws:logs:*:*:log-group:app:*', 'arn:aws:logs:eu-west-1:1:log-group:app:stream:x'],
  ['*', 'arn:aws:s3:::docs'],
] as const

const different = [
  ['arn:aws:iam::111122223333:role/Reader', 'arn:aws:iam::111122223333:role/reader'],
  // A wildcard does not reach over a colon, as it would with StringLike.
  [
    'arn:aws:someservice:*:111122223333:finance/*',
    'arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt',
  ],
  ['arn:aws:s3*', 'arn:aws:s3:::docs'],
  ['arn:aws:s3:::docs', 'docs'],
  ['arn:aws:s3:::docs', ''],
  ['docs', 'docs'],
  ['arn:*', 'arn:aws:s3:::docs'],
] as const

describe.each(positive)('%s', (operator) => {
  test.each(same)('%s matches %s', (pattern, arn) => {
    expect(holds(operator, pattern, arn)).toBe(true)
  })

  test.each(different)('%s does not match %s', (pattern, arn) => {
    expect(holds(operator, pattern, arn)).toBe(false)
  })

  test('takes variables, within a segment and for a whole ARN', () => {
    const others = { 'aws:SourceArn': ['arn:aws:s3:::a*b'], 'aws:username': ['ana'] }
    expect(
      holds(operator, 'arn:aws:iam::1:user/${aws:username}', 'arn:aws:iam::1:user/ana', others),
    ).toBe(true)
    expect(holds(operator, '${aws:SourceArn}', 'arn:aws:s3:::a*b', others)).toBe(true)
    expect(holds(operator, '${aws:SourceArn}', 'arn:aws:s3:::axb', others)).toBe(false)
    expect(holds(operator, 'arn:aws:s3:::${*}*', 'arn:aws:s3:::*b')).toBe(true)
    expect(holds(operator, 'arn:aws:s3:::${*}*', 'arn:aws:s3:::ab')).toBe(false)
  })

  test('of an absent key does not hold', () => {
    expect(holds(operator, 'arn:*:*:*:*:*', ABSENT)).toBe(false)
  })
})

describe.each(negated)('%s', (operator) => {
  test.each(same)('fails for %s and %s', (pattern, arn) => {
    expect(holds(operator, pattern, arn)).toBe(false)
  })

  test.each(different)('holds for %s and %s', (pattern, arn) => {
    expect(holds(operator, pattern, arn)).toBe(true)
  })

  test('of an absent key holds', () => {
    expect(holds(operator, 'arn:*:*:*:*:*', ABSENT)).toBe(true)
  })
})
