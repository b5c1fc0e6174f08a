import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { collectHeaders, signedHeaderNames } from '#kernel/sigv4/canonicalHeaders.ts'
import { queryParameters } from '#kernel/sigv4/canonicalQuery.ts'
import { canonicalRequest } from '#kernel/sigv4/canonicalRequest.ts'
import { canonicalSegments } from '#kernel/sigv4/canonicalSegments.ts'
import type { CanonicalStyle } from '#kernel/sigv4/signatureStyle.ts'
import { readClaim } from '#kernel/sigv4/verify/readClaim.ts'
import { type GeneratedRequest, generatedRequest } from './generatedRequest.ts'
import { received, S3_OPTIONS, S3_REQUEST } from './verify/signedRequest.ts'

describe('the pieces of a canonical request', () => {
  const request = received(S3_REQUEST)
  const { canonicalRequest: text, signedHeaders, payload } = readClaim(request, S3_OPTIONS)
  const segments = canonicalSegments(request, {
    signedHeaders,
    payloadHash: payload.hash,
    style: 's3',
  })
  const shown = segments.map(({ part, start, end }) => [part, text.slice(start, end)])

  test('are the lines and parameters of the text', () => {
    expect(shown.slice(0, 7)).toEqual([
      ['method', 'PUT'],
      ['uri', '/photos/a%20b/../c'],
      ['query', 'tagging='],
      ['query', 'x=0'],
      ['query', 'x=1'],
      ['header', 'content-type:text/plain'],
      ['header', 'host:127.0.0.1:4566'],
    ])
    expect(shown.slice(-2)).toEqual([
      ['signedHeaders', signedHeaders.join(';')],
      ['payloadHash', payload.hash],
    ])
  })

  test('point at what was sent', () => {
    const parameter = segments.find(({ start, end }) => text.slice(start, end) === 'x=0')
    expect(parameter?.source).toEqual({ in: 'query', start: 12, end: 15 })
    expect(request.query.slice(12, 15)).toBe('x=0')
    const header = segments.find(({ name }) => name === 'x-amz-meta-a')
    expect(header?.source.in === 'headers' && header.source.indexes.map(nameAt)).toEqual([
      'x-amz-meta-a',
    ])
    expect(segments.at(-1)?.source).toMatchObject({ in: 'headers' })
  })

  const nameAt = (index: number) => request.rawHeaders[index]

  test('point at every header of a repeated name', () => {
    const rawHeaders = ['X-A', '1', 'host', 'h', 'x-a', '2']
    const repeated = canonicalSegments(
      { method: 'GET', path: '/', query: '', rawHeaders },
      { signedHeaders: ['host', 'x-a'], payloadHash: '', style: 'standard' },
    )
    expect(repeated.find(({ name }) => name === 'x-a')?.source).toEqual({
      in: 'headers',
      indexes: [0, 4],
    })
    expect(repeated.at(-1)?.source).toEqual({ in: 'body' })
  })
})

test.each(['s3', 'standard'] as const)('cover the whole text but its separators, %s', (style) => {
  fc.assert(
    fc.property(generatedRequest(style), (generated) => {
      const { text, segments } = bothForms(generated, style)
      let at = 0
      for (const { start, end } of segments) {
        expect(text.slice(at, start)).toMatch(/^[&\n]*$/)
        expect(end).toBeGreaterThanOrEqual(start)
        at = end
      }
      expect(at).toBe(text.length)
    }),
  )
})

function bothForms(generated: GeneratedRequest, style: CanonicalStyle) {
  const request = toRequest(generated)
  const headers = collectHeaders(request.rawHeaders).values
  const signedHeaders = signedHeaderNames([...headers.keys(), 'not-there'])
  const signed = { signedHeaders, payloadHash: 'the-hash', style }
  const parameters = queryParameters(request.query)
  const text = canonicalRequest({ ...request, ...signed, headers, parameters })
  return { text, segments: canonicalSegments(request, signed) }
}

const toRequest = ({ method, path, queryOnWire, headers }: GeneratedRequest) => ({
  method,
  path,
  query: queryOnWire,
  rawHeaders: Object.entries(headers).flat(),
})
