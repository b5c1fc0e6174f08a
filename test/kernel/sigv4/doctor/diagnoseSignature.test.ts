import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type DoctorLimits,
  diagnoseSignature,
  type SignatureDiagnosis,
} from '#kernel/sigv4/doctor/diagnoseSignature.ts'
import { type MistakeId, mistakes } from '#kernel/sigv4/doctor/mistakes/index.ts'
import { notCovered } from '#kernel/sigv4/doctor/notCovered.ts'
import { signingKey } from '#kernel/sigv4/signingKey.ts'
import { checkClaim } from '#kernel/sigv4/verify/checkClaim.ts'
import { type ClaimOptions, readClaim } from '#kernel/sigv4/verify/readClaim.ts'
import { NOW, SECRET, withHeaders } from '../verify/signedRequest.ts'
import { type Draft, type Signed, scope, sha256, signClumsily } from './clumsyClient.ts'

const headers: Draft['headers'] = [
  ['X-Amz-Meta-Z', 'last'],
  ['Host', '127.0.0.1:4566'],
  ['Content-Type', 'text/plain'],
  ['X-Amz-Meta-Blanks', 'b  c'],
  ['X-Amz-Meta-Late', 'added'],
  ['X-Amz-Meta-Twice', 'one'],
  ['X-Amz-Meta-Twice', 'two'],
  ['User-Agent', 'by hand'],
  ['X-Notlisted', 'here'],
]

const toS3: Draft = {
  style: 's3',
  service: 's3',
  method: 'PUT',
  path: '/photos/a b/./c//d+e',
  query: [
    ['z', '1'],
    ['tagging', ''],
    ['a', 'x y'],
    ['p', 'q/r'],
  ],
  headers,
  unsigned: ['user-agent', 'x-notlisted'],
  body: 'hello',
}

const toSts: Draft = { ...toS3, style: 'standard', service: 'sts', method: 'POST' }

const options = ({ style, service }: Draft): ClaimOptions => ({
  style: style === 's3' ? 's3' : 'query',
  service,
  clocks: [NOW],
})

/** This request has a bit of everything: all pairs of guesses are more than what anybody would wait for. */
const patient = { tries: 50_000, bytes: 100_000_000 }

function examined(
  draft: Draft,
  { request }: Signed,
  secret = SECRET,
  limits?: DoctorLimits,
): SignatureDiagnosis {
  const claim = readClaim(request, options(draft))
  const key = signingKey(secret, scope(draft.service))
  expect(() => checkClaim(claim, key)).toThrow('does not match')
  return diagnoseSignature({ request, claim, signingKey: key }, limits)
}

const named = (diagnosis: SignatureDiagnosis) => diagnosis.mistakes.map(({ id }) => id)

/** What a service of this style cannot see, because there it is right. */
const notOf: Record<Draft['style'], readonly MistakeId[]> = {
  // S3 compares the body with the hash that was signed, later and in words of its own.
  s3: ['pathEncodedOnce', 'pathNotNormalised', 'bodyChanged'],
  standard: ['pathEncodedTwice', 'pathNormalised', 'slashesEncoded'],
}

const idsFor = ({ style }: Draft): readonly MistakeId[] =>
  mistakes.map(({ id }) => id).filter((id) => !notOf[style].includes(id))

describe.each([
  ['S3', toS3],
  ['STS', toSts],
])('a request to %s', (_, draft) => {
  test('that is signed well is none of its cases', () => {
    const { request } = signClumsily(draft, [])
    const claim = readClaim(request, options(draft))
    expect(() => checkClaim(claim, signingKey(SECRET, scope(draft.service)))).not.toThrow()
  })

  test.each(idsFor(draft))('with the mistake %s is told of it, and of nothing else', (id) => {
    const diagnosis = examined(draft, signClumsily(draft, [id]))
    expect(named(diagnosis)).toEqual([id])
    expect(diagnosis.differences.length).toBeGreaterThan(0)
  })

  const pairs = idsFor(draft).flatMap((one, at) =>
    idsFor(draft)
      .slice(at + 1)
      .map((other) => [one, other] as const)
      .filter(([one, other]) => isSeen(draft, one, other)),
  )

  test('with any two of them is told of two that give its signature, or of one that does', () => {
    const missed = pairs.filter(([one, other]) => {
      const signed = signClumsily(draft, [one, other])
      return !explains(examined(draft, signed, SECRET, patient), signed, draft)
    })
    expect(missed).toEqual([])
  })

  test('with two that do not touch each other is told of these two', () => {
    const apart = pairs.filter(([one, other]) => partOf(one) !== partOf(other))
    const wrong = apart.flatMap(([one, other]) => {
      const found = named(examined(draft, signClumsily(draft, [one, other]), SECRET, patient))
      const isRight = found.includes(one) && found.includes(other)
      return isRight ? [] : [{ made: [one, other], found }]
    })
    expect(wrong).toEqual([])
  })

  test('signed with another secret is told that no guess gives its signature', () => {
    const diagnosis = examined(draft, signClumsily(draft, []), `${SECRET}\n`, patient)
    expect(diagnosis).toMatchObject({ mistakes: [], differences: [], complete: true })
    expect(diagnosis.tried).toBeGreaterThan(500)
  })

  test('with three mistakes is told nothing rather than something untrue', () => {
    const three: MistakeId[] = ['queryNotSorted', 'trailingSlash', 'blankLineMissing']
    expect(named(examined(draft, signClumsily(draft, three), SECRET, patient))).toEqual([])
  })
})

/** One mistake may hide another: then only one was made. */
function isSeen(draft: Draft, one: MistakeId, other: MistakeId): boolean {
  const signature = (...made: MistakeId[]) => signClumsily(draft, made).request.rawHeaders.at(-1)
  const both = signature(one, other)
  return ![signature(), signature(one), signature(other)].includes(both)
}

/** Of each mistake, the part of the text that it is about: two about the same part may undo or hide each other. */
function partOf(id: MistakeId): string {
  if (/^(path|slashes|trailing)/.test(id)) return 'path'
  if (/^(query|plus|equals)/.test(id)) return 'query'
  if (/^(host|otherHost)/.test(id)) return 'host'
  if (/(ayload|body)/.test(id)) return 'payload'
  if (/ethod/.test(id)) return 'method'
  if (/^(header|blank|repeated|contentType)/.test(id)) return 'headers'
  return id === 'escapesInLowerCase' ? 'path' : id
}

/** Held against the text that the client really signed. */
function explains({ mistakes, differences }: SignatureDiagnosis, signed: Signed, draft: Draft) {
  if (mistakes.length === 0) return false
  const own = readClaim(signed.request, options(draft)).canonicalRequest
  return differences
    .filter(({ part }) => ['uri', 'query', 'method', 'payloadHash', 'header'].includes(part))
    .every(
      ({ service, client }) => own.includes(service) && signed.canonicalRequest.includes(client),
    )
}

test('shows where the two texts part', () => {
  const { differences } = examined(toS3, signClumsily(toS3, ['pathEncodedTwice', 'hostPort']))
  expect(differences).toEqual([
    { part: 'uri', service: '/photos/a%20b/./c//d%2Be', client: '/photos/a%2520b/./c//d%252Be' },
    { part: 'header', service: 'host:127.0.0.1:4566', client: 'host:127.0.0.1' },
  ])
})

test.each([
  ['capitals', (hex: string) => hex.toUpperCase()],
  ['base64', (hex: string) => Buffer.from(hex, 'hex').toString('base64')],
])('knows a signature that is right but written in %s', (_, written) => {
  const signed = signClumsily(toS3, [])
  const changed = withHeaders(signed.request, {
    Authorization: signed.request.rawHeaders
      .at(-1)!
      .replace(/[0-9a-f]{64}$/, (signature) => written(signature)),
  })
  const diagnosis = examined(toS3, { ...signed, request: changed })
  expect(named(diagnosis)).toEqual(['signatureNotHex'])
})

test('spends nothing on what is no signature', () => {
  const signed = signClumsily(toS3, [])
  const authorization = signed.request.rawHeaders.at(-1)!.replace(/[0-9a-f]{64}$/, 'none')
  const request = withHeaders(signed.request, { Authorization: authorization })
  expect(examined(toS3, { ...signed, request })).toMatchObject({ mistakes: [], tried: 0 })
})

test('stops at a bounded number of tries however long a request is, and says so', () => {
  const many = Array.from({ length: 60 }, (_, n) => [`X-Amz-Meta-${n}`, 'v'.repeat(500)] as const)
  const draft = { ...toS3, headers: [...headers, ...many] }
  const diagnosis = examined(draft, signClumsily(draft, []), 'another secret')
  expect(diagnosis.complete).toBe(false)
  expect(diagnosis.tried).toBeLessThanOrEqual(2_000)
})

test('finds a changed body by the hash that the client declared', () => {
  const { request } = signClumsily(toSts, [])
  const declared = withHeaders(request, { 'x-client': sha256('hello') })
  const claim = readClaim({ ...declared, body: Buffer.from('hellO') }, options(toSts))
  const signed = {
    ...declared,
    rawHeaders: [...declared.rawHeaders, 'x-amz-content-sha256', sha256('hello')],
  }
  const diagnosis = diagnoseSignature({
    request: { ...signed, body: Buffer.from('hellO') },
    claim,
    signingKey: signingKey(SECRET, scope('sts')),
  })
  expect(named(diagnosis)).toEqual(['bodyChanged'])
})

const word = fc.stringMatching(/^[A-Za-z0-9 ._~/+-]{1,8}$/)

const drafts = fc.record({
  style: fc.constantFrom('s3' as const, 'standard' as const),
  method: fc.constantFrom('GET', 'PUT', 'POST'),
  path: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => `/${words.join('/')}`),
  query: fc.array(fc.tuple(word, word), { maxLength: 4 }),
  extra: fc.array(fc.tuple(fc.constantFrom('X-Amz-Meta-A', 'X-B'), word), { maxLength: 2 }),
})

test('whatever is signed however badly: what it names gives the very signature that came', () => {
  fc.assert(
    fc.property(
      drafts,
      fc.subarray(
        mistakes.map(({ id }) => id),
        { minLength: 1, maxLength: 2 },
      ),
      ({ style, extra, ...rest }, made) => {
        const service = style === 's3' ? 's3' : 'sts'
        const trimmed = extra.map(([name, value]) => [name, value.trim()] as const)
        const draft: Draft = { ...toS3, ...rest, style, service, headers: [...headers, ...trimmed] }
        const signed = signClumsily(draft, made)
        const claim = readClaim(signed.request, options(draft))
        const key = signingKey(SECRET, scope(service))
        const diagnosis = diagnoseSignature({ request: signed.request, claim, signingKey: key })
        if (diagnosis.mistakes.length === 0) return
        expect(explains(diagnosis, signed, draft)).toBe(true)
      },
    ),
    { numRuns: 60 },
  )
})

describe('what a signature does not cover', () => {
  test('is every header that it does not list', () => {
    const { request } = signClumsily(toS3, [])
    const claim = readClaim(request, options(toS3))
    expect(notCovered(request.rawHeaders, claim)).toEqual({
      headers: ['user-agent', 'x-notlisted'],
      body: false,
    })
  })

  test('is a body sent as UNSIGNED-PAYLOAD', () => {
    const { request } = signClumsily(toS3, [])
    const unsigned = withHeaders(request, { 'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD' })
    const claim = readClaim(unsigned, options(toS3))
    expect(notCovered(unsigned.rawHeaders, claim).body).toBe(true)
  })
})
