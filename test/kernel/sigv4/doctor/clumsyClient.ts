/**
 * A client that signs by hand, and as badly as it is told: written from the specification and not from our own
 * canonicaliser, so that what the doctor says is held against somebody else's text.
 */
import { createHash, createHmac } from 'node:crypto'
import type { WireRequest } from '#kernel/http/wireRequest.ts'
import type { MistakeId } from '#kernel/sigv4/doctor/mistakes/index.ts'
import type { CanonicalStyle } from '#kernel/sigv4/signatureStyle.ts'
import { signingKey } from '#kernel/sigv4/signingKey.ts'
import { SECRET } from '../verify/signedRequest.ts'

export interface Draft {
  readonly style: CanonicalStyle
  readonly service: string
  readonly method: string
  /** Decoded; it begins with a slash. */
  readonly path: string
  /** Decoded, in wire order. */
  readonly query: readonly (readonly [string, string])[]
  /** As sent, `host` among them; the date and the payload hash are added. */
  readonly headers: readonly (readonly [string, string])[]
  /** Names that are not signed. */
  readonly unsigned: readonly string[]
  readonly body: string
}

export interface Signed {
  readonly request: WireRequest
  readonly canonicalRequest: string
}

export const amzDate = '20261105T120000Z'
export const scope = (service: string) => ({ date: '20261105', region: 'us-east-1', service })

type Bad = (id: MistakeId) => boolean

export function signClumsily(draft: Draft, made: readonly MistakeId[]): Signed {
  const bad: Bad = (id) => made.includes(id)
  const headers = sentHeaders(draft)
  const listed = listedNames(draft, headers)
  const canonicalRequest = [
    method(draft, bad),
    uri(draft, bad),
    query(draft, bad),
    headerLines(draft, headers, bad) + (bad('blankLineMissing') ? '' : '\n'),
  ]
    .join('\n')
    .concat(signedList(listed, headers, bad), '\n', payloadHash(draft, bad))
  const hash = bad('canonicalRequestNotHashed') ? canonicalRequest : sha256(canonicalRequest)
  const date = bad('otherDate') ? '20261105T120001Z' : amzDate
  const credentialScope = `20261105/us-east-1/${draft.service}/aws4_request`
  const signature = createHmac('sha256', signingKey(SECRET, scope(draft.service)))
    .update(`AWS4-HMAC-SHA256\n${date}\n${credentialScope}\n${hash}`, 'latin1')
    .digest('hex')
  const authorization = `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/${credentialScope}, SignedHeaders=${listed.join(';')}, Signature=${signature}`
  return {
    canonicalRequest,
    request: onTheWire(draft, [...headers, ['Authorization', authorization]]),
  }
}

function onTheWire(
  { method, path, query, body }: Draft,
  headers: readonly (readonly [string, string])[],
): WireRequest {
  return {
    method,
    path: encode(path, '/'),
    query: query.map(([name, value]) => pair(encode(name), encode(value))).join('&'),
    // HTTP drops the blanks at the ends of a value.
    rawHeaders: headers.flatMap(([name, value]) => [name, value.trim()]),
    remoteAddress: '127.0.0.1',
    body: Buffer.from(body),
  }
}

const pair = (name: string, value: string) => (value === '' ? name : `${name}=${value}`)

function sentHeaders({ style, headers, body }: Draft): readonly (readonly [string, string])[] {
  const added: [string, string][] = [['X-Amz-Date', amzDate]]
  if (style === 's3') added.push(['X-Amz-Content-Sha256', sha256(body)])
  return [...headers, ...added]
}

const listedNames = ({ unsigned }: Draft, headers: readonly (readonly [string, string])[]) =>
  [...new Set(headers.map(([name]) => name.toLowerCase()))]
    .filter((name) => !unsigned.includes(name))
    .sort()

function method({ method }: Draft, bad: Bad): string {
  if (bad('otherMethod')) return method === 'GET' ? 'HEAD' : 'GET'
  return bad('methodInLowerCase') ? method.toLowerCase() : method
}

function uri({ style, path }: Draft, bad: Bad): string {
  const shouldNormalise =
    (style === 'standard') !== (bad('pathNormalised') || bad('pathNotNormalised'))
  const plain = encode(path, '/')
  const normalised = shouldNormalise ? normalise(plain) : plain
  const once = bad('pathNotEncoded') ? decodeURIComponent(normalised) : normalised
  const isTwice = (style === 'standard') !== (bad('pathEncodedOnce') || bad('pathEncodedTwice'))
  const encoded = isTwice && !bad('pathNotEncoded') ? encode(once, '/') : once
  const slashed = bad('trailingSlash') ? toggled(encoded) : encoded
  const inKey = slashed.indexOf('/', 1) + 1
  const escaped = bad('slashesEncoded')
    ? slashed.slice(0, inKey) + slashed.slice(inKey).replaceAll('/', '%2F')
    : slashed
  return lowered(escaped, bad)
}

const toggled = (path: string) => (path.endsWith('/') ? path.slice(0, -1) : `${path}/`)

function normalise(path: string): string {
  const kept: string[] = []
  for (const segment of path.split('/')) {
    if (segment === '..') kept.pop()
    else if (segment !== '' && segment !== '.') kept.push(segment)
  }
  return `/${kept.join('/')}${path.endsWith('/') && kept.length > 0 ? '/' : ''}`
}

function query({ query }: Draft, bad: Bad): string {
  if (bad('queryNotSigned')) return ''
  const part = (text: string) => {
    const once = bad('queryNotEncoded') ? text : encode(text)
    const spaced = bad('plusForSpace') ? once.replaceAll(' ', '+').replaceAll('%20', '+') : once
    return bad('queryEncodedTwice') ? encode(spaced) : spaced
  }
  const encoded = query.map(([name, value]) => [part(name), part(value)] as const)
  const canonical = query.map(([name, value]) => [encode(name), encode(value)] as const)
  const order = canonical.map((_, at) => at)
  if (!bad('queryNotSorted'))
    order.sort((a, b) => (canonical[a]!.join('\0') < canonical[b]!.join('\0') ? -1 : 1))
  return order
    .map((at) => encoded[at]!)
    .map(([name, value]) => (bad('equalsMissing') ? pair(name, value) : `${name}=${value}`))
    .map((text) => lowered(text, bad))
    .join('&')
}

const lowered = (text: string, bad: Bad) =>
  bad('escapesInLowerCase') ? text.replace(/%../g, (octet) => octet.toLowerCase()) : text

function headerLines(draft: Draft, sent: readonly (readonly [string, string])[], bad: Bad): string {
  const signed = sent.filter(([name]) => isLine(name.toLowerCase(), draft, bad))
  const names = [...new Set(signed.map(([name]) => name.toLowerCase()))]
  if (!bad('headersNotSorted')) names.sort()
  const blank = bad('blankAfterColon') ? ' ' : ''
  return names
    .map((name) => {
      const written = signed.find(([each]) => each.toLowerCase() === name)![0]
      const shown = bad('headerNamesNotLowerCase') ? written : name
      return `${shown}:${blank}${signedValue(name, signed, bad)}\n`
    })
    .join('')
}

function isLine(name: string, { unsigned }: Draft, bad: Bad): boolean {
  if (name === 'x-notlisted') return bad('headerNotListed')
  if (name === 'x-amz-meta-late') return !bad('headerNotSigned')
  return !unsigned.includes(name)
}

function signedValue(
  wanted: string,
  signed: readonly (readonly [string, string])[],
  bad: Bad,
): string {
  const values = signed.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value)
  const isRaw = bad('headerNotTrimmed') && wanted === 'x-amz-meta-blanks'
  const value = values
    .map((each) => (isRaw ? each : each.trim().replace(/[ \t]+/g, ' ')))
    .join(bad('repeatedHeader') ? ', ' : ',')
  if (wanted === 'host') return host(value, bad)
  return wanted === 'content-type' && bad('contentTypeChanged') ? `${value}; charset=utf-8` : value
}

function host(value: string, bad: Bad): string {
  if (bad('otherHost')) return value.replace('127.0.0.1', 'localhost')
  return bad('hostPort') ? value.replace(/:\d+$/, '') : value
}

/** The list as signed; sent is the right one. */
function signedList(
  listed: readonly string[],
  sent: readonly (readonly [string, string])[],
  bad: Bad,
): string {
  const names = listed.filter((name) => name !== 'x-amz-meta-late' || !bad('headerNotSigned'))
  if (bad('headerNotListed')) names.push('x-notlisted')
  names.sort()
  if (!bad('headersNotSorted')) return names.join(';')
  const order = [...new Set(sent.map(([name]) => name.toLowerCase()))]
  return order.filter((name) => names.includes(name)).join(';')
}

function payloadHash({ body }: Draft, bad: Bad): string {
  if (bad('emptyPayloadHash')) return sha256('')
  if (bad('unsignedPayload')) return 'UNSIGNED-PAYLOAD'
  const hash = sha256(bad('bodyChanged') ? `${body}\n` : body)
  return bad('payloadHashInUpperCase') ? hash.toUpperCase() : hash
}

export const sha256 = (text: string) => createHash('sha256').update(text, 'latin1').digest('hex')

/** RFC 3986 for ASCII texts. */
function encode(text: string, kept = ''): string {
  return Array.from(text, (character) =>
    /[A-Za-z0-9._~-]/.test(character) || kept.includes(character)
      ? character
      : `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('')
}
