import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entityArn, readEntityArn, readRoleSessionArn } from '#iam/entityArn.ts'

const name = fc.stringMatching(/^[\w+=,.@-]{1,64}$/)
const path = fc.constantFrom('/', '/a/', '/a/b/', '//', '/a//b/')
const account = fc.stringMatching(/^\d{12}$/)
const type = fc.constantFrom('user', 'group', 'role', 'policy', 'instance-profile', 'saml-provider')

describe('an ARN of IAM', () => {
  test('says account, kind, path and name, and is read as it was written', () => {
    fc.assert(
      fc.property(fc.record({ account, type, path, name }), (parts) => {
        const entity = parts as Parameters<typeof entityArn>[0]
        expect(readEntityArn(entityArn(entity))).toEqual(entity)
      }),
    )
  })

  test.each([
    'arn:aws:iam::111122223333:root',
    'arn:aws:iam::111122223333:role/',
    'arn:aws:iam::111122223333:widget/x',
    'arn:aws:iam:us-east-1:111122223333:role/x',
    'arn:aws:iam::1111:role/x',
    'arn:aws:s3:::role/x',
    'arn:aws:iam::111122223333:role/a\nb',
    'arn:aws:iam::111122223333:role/a\u0000',
    'arn:aws:iam::111122223333:role/ñ',
    '',
  ])('is not %j', (text) => {
    expect(readEntityArn(text)).toBeUndefined()
  })

  test('of a session names its role without path', () => {
    expect(readRoleSessionArn('arn:aws:sts::111122223333:assumed-role/r/s')).toEqual({
      account: '111122223333',
      name: 'r',
    })
    expect(readRoleSessionArn('arn:aws:sts::111122223333:assumed-role/a/r/s')).toBeUndefined()
  })
})
