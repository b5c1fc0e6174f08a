import { describe, expect, test } from 'vitest'
import { parseCredential, printScope } from '#kernel/sigv4/credentialScope.ts'

describe('a credential', () => {
  test('is a key id and its scope', () => {
    expect(parseCredential('AKID/20261105/us-east-1/s3/aws4_request')).toEqual({
      accessKeyId: 'AKID',
      date: '20261105',
      region: 'us-east-1',
      service: 's3',
      terminator: 'aws4_request',
    })
  })

  test.each([
    '',
    'AKID',
    'AKID/20261105/us-east-1/s3',
    'AKID/20261105/us-east-1/s3/aws4_request/',
    'a/b/20261105/us-east-1/s3/aws4_request',
  ])('has exactly five parts: not %j', (text) => {
    expect(parseCredential(text)).toBeUndefined()
  })

  test('prints its scope as the string to sign has it', () => {
    const scope = { date: '20261105', region: 'us-east-1', service: 's3' }
    expect(printScope(scope)).toBe('20261105/us-east-1/s3/aws4_request')
  })
})
