/** Odd but legal requests, as an AWS client holds them (decoded) and as they go on the wire. */
import fc from 'fast-check'
import type { CanonicalStyle } from '#kernel/sigv4/signatureStyle.ts'

export interface GeneratedRequest {
  readonly method: string
  /** Encoded. */
  readonly path: string
  /** Decoded; a name with several values stands several times on the wire. */
  readonly query: Readonly<Record<string, string | string[]>>
  /** The same as sent: parameters in any order, `name` or `name=` for an empty value. */
  readonly queryOnWire: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** encodeURIComponent leaves five characters that RFC 3986 reserves. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom('', ' ', '+', 'a b', 'a+b', 'a/b', '%', '%2F', '~', "!'()*", 'ñ', '日本', '😀'),
)

const encodedSegment = fc.oneof(fc.constantFrom('', '.', '..'), text.map(encode))
/** Not encoded as it should be: clients of the other services sign their path as it stands. */
const rawSegment = fc.stringMatching(/^[!$&'()*+,;=:@A-Za-z0-9%._~-]{0,8}$/)

const path = (style: CanonicalStyle) =>
  fc
    .array(style === 's3' ? encodedSegment : fc.oneof(encodedSegment, rawSegment), { maxLength: 6 })
    .map((segments) => `/${segments.join('/')}`)

const RESERVED_NAMES = /^(__proto__|signature|awsaccesskeyid|x-amz-.*)$/i

const query = fc.dictionary(
  text.filter((name) => !RESERVED_NAMES.test(name)),
  fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 })),
  { maxKeys: 5, noNullPrototype: true },
)

const headerName = fc
  .stringMatching(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,12}$/)
  .filter((name) => !/^(host|authorization|date|__proto__|(x-amz|proxy|sec)-.*)$/i.test(name))

/** What a header may hold: no line breaks, no NUL, but runs of blanks and UTF-8. */
const headerValue = fc
  .array(
    fc.oneof(
      fc.stringMatching(/^[!-~]{1,6}$/),
      fc.constantFrom(' ', '   ', '\t', ' \t ', ',', ', ', 'ñ', '日', '\u00a0', '"a  b"'),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''))

const headers = fc
  .uniqueArray(fc.tuple(headerName, headerValue), {
    maxLength: 5,
    selector: ([name]) => name.toLowerCase(),
  })
  .map((entries) => Object.fromEntries([...entries, ['Host', '127.0.0.1:4566']]))

export const generatedRequest = (style: CanonicalStyle): fc.Arbitrary<GeneratedRequest> =>
  fc
    .record({
      method: fc.constantFrom('GET', 'PUT', 'POST', 'DELETE', 'HEAD'),
      path: path(style),
      query,
      headers,
      body: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
      bareNames: fc.boolean(),
      seed: fc.nat(),
    })
    .map(({ bareNames, seed, ...request }) => {
      const pairs = Object.entries(request.query).flatMap(([name, value]) =>
        [value].flat().map((one) => pair(name, one, { bareNames })),
      )
      return { ...request, queryOnWire: rotated(pairs, seed).join('&') }
    })

function pair(name: string, value: string, { bareNames }: { readonly bareNames: boolean }): string {
  const isBare = bareNames && value === '' && name !== ''
  return isBare ? encode(name) : `${encode(name)}=${encode(value)}`
}

function rotated<T>(list: readonly T[], by: number): T[] {
  const start = list.length === 0 ? 0 : by % list.length
  return [...list.slice(start), ...list.slice(0, start)]
}
