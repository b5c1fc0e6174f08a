/** The worked examples of AWS's own documentation (IAM User Guide; Amazon S3 API Reference). */
import { describe, expect, test } from 'vitest'
import { sha256Hex } from '#kernel/sigv4/sha256Hex.ts'
import { signingKey } from '#kernel/sigv4/signingKey.ts'
import { signRequest } from '#kernel/sigv4/signRequest.ts'
import { readClaim } from '#kernel/sigv4/verify/readClaim.ts'
import { wireRequest } from './verify/signedRequest.ts'

const signatureOf = (authorization: string | undefined) => authorization?.split('Signature=')[1]

describe('ListUsers', () => {
  const secretAccessKey = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'
  const scope = { date: '20150830', region: 'us-east-1', service: 'iam' }

  test('has the documented signing key', () => {
    expect(signingKey(secretAccessKey, scope).toString('hex')).toBe(
      'c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9',
    )
  })

  test('has the documented canonical request and signature', () => {
    const request = {
      method: 'GET',
      path: '/',
      query: 'Action=ListUsers&Version=2010-05-08',
      body: Buffer.alloc(0),
    }
    const headers = signRequest({
      ...request,
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
        Host: 'iam.amazonaws.com',
      },
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey },
      scope,
      now: Date.UTC(2015, 7, 30, 12, 36, 0),
      style: 'standard',
    })
    const claim = readClaim(wireRequest(request, Object.entries(headers).flat()), {
      style: 'query',
      service: 'iam',
      clocks: [Date.UTC(2015, 7, 30, 12, 36, 0)],
    })
    expect(sha256Hex(claim.canonicalRequest)).toBe(
      'f536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59',
    )
    expect(signatureOf(headers['authorization'])).toBe(
      '5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
    )
  })
})

describe('S3', () => {
  const EXAMPLES = [
    {
      name: 'GET Object',
      method: 'GET',
      path: '/test.txt',
      query: '',
      headers: { Range: 'bytes=0-9' },
      body: '',
      signature: 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    },
    {
      name: 'PUT Object',
      method: 'PUT',
      path: '/test$file.text',
      query: '',
      headers: {
        Date: 'Fri, 24 May 2013 00:00:00 GMT',
        'x-amz-storage-class': 'REDUCED_REDUNDANCY',
      },
      body: 'Welcome to Amazon S3.',
      signature: '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
    },
    {
      name: 'GET Bucket Lifecycle',
      method: 'GET',
      path: '/',
      query: 'lifecycle',
      headers: {},
      body: '',
      signature: 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
    },
    {
      name: 'GET Bucket (List Objects)',
      method: 'GET',
      path: '/',
      query: 'max-keys=2&prefix=J',
      headers: {},
      body: '',
      signature: '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    },
  ]

  test.each(EXAMPLES)('$name has the documented signature', (example) => {
    const { name: _, signature, ...request } = example
    const headers = signRequest({
      ...request,
      headers: { Host: 'examplebucket.s3.amazonaws.com', ...request.headers },
      body: Buffer.from(request.body),
      credentials: {
        accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
        secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      },
      scope: { region: 'us-east-1', service: 's3' },
      now: Date.UTC(2013, 4, 24),
      style: 's3',
    })
    expect(signatureOf(headers['authorization'])).toBe(signature)
  })
})
