import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostAddress } from '#s3/addressing/hostAddress.ts'

test.each([
  ['127.0.0.1:4566', 's3', undefined, undefined],
  ['[::1]:4566', 's3', undefined, undefined],
  ['localhost:4566', 's3', undefined, undefined],
  ['sandbox.internal:4566', 's3', undefined, undefined],
  ['s3.localhost:4566', 's3', undefined, undefined],
  ['s3.eu-west-1.localhost', 's3', undefined, 'eu-west-1'],
  ['notes.localhost:4566', 's3', 'notes', undefined],
  ['notes.s3.localhost:4566', 's3', 'notes', undefined],
  ['NOTES.S3.localhost', 's3', 'notes', undefined],
  ['a.b.s3.localhost', 's3', 'a.b', undefined],
  ['s3.s3.localhost', 's3', 's3', undefined],
  ['notes.s3.eu-west-1.localhost:4566', 's3', 'notes', 'eu-west-1'],
  ['s3.amazonaws.com', 's3', undefined, undefined],
  ['notes.s3.amazonaws.com', 's3', 'notes', undefined],
  ['notes.s3.eu-west-1.amazonaws.com', 's3', 'notes', 'eu-west-1'],
  ['notes.s3-eu-west-1.amazonaws.com', 's3', 'notes', 'eu-west-1'],
  ['notes.s3.dualstack.us-gov-west-1.amazonaws.com', 's3', 'notes', 'us-gov-west-1'],
  ['notes.s3.cn-north-1.amazonaws.com.cn', 's3', 'notes', 'cn-north-1'],
  ['notes.s3-accelerate.amazonaws.com', 's3-accelerate', 'notes', undefined],
  ['notes.s3-website-us-east-1.amazonaws.com', 's3-website', 'notes', 'us-east-1'],
  ['notes.s3-website.eu-central-1.amazonaws.com', 's3-website', 'notes', 'eu-central-1'],
  ['notes.s3-website.localhost', 's3-website', 'notes', undefined],
  [`${'a.'.repeat(200)}localhost`, 's3', undefined, undefined],
  ['', 's3', undefined, undefined],
])('%s names the endpoint %s, bucket %s, region %s', (host, endpoint, bucket, region) => {
  expect(hostAddress(host)).toMatchObject({ endpoint })
  expect([hostAddress(host).bucket, hostAddress(host).region]).toEqual([bucket, region])
})

test('any bucket in any of the hosts is found again', () => {
  const bucket = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{1,40}[a-z0-9]$/)
  const host = fc.constantFrom('s3.localhost', 's3.eu-west-1.amazonaws.com', 's3-website.localhost')
  fc.assert(
    fc.property(bucket, host, fc.constantFrom('', ':4566'), (name, suffix, port) => {
      expect(hostAddress(`${name}.${suffix}${port}`).bucket).toBe(name)
    }),
  )
})

test('whatever the header says, it is read in no time', () => {
  fc.assert(fc.property(fc.string({ maxLength: 5000 }), (text) => void hostAddress(text)))
  expect(hostAddress(`${'a.s3.'.repeat(10_000)}x`)).toEqual({ endpoint: 's3' })
})
