/**
 * The canonical request in pieces, each with the place in the request that it comes from: for explanations, which
 * build it when somebody looks. Verification itself needs only the text.
 */
import type { WireRequest } from '#kernel/http/wireRequest.ts'
import { collectHeaders } from './canonicalHeaders.ts'
import { printParameter, queryParameters, sortedParameters } from './canonicalQuery.ts'
import { canonicalUri } from './canonicalUri.ts'
import type { CanonicalStyle } from './signatureStyle.ts'

export type SegmentSource =
  | { readonly in: 'method' | 'path' | 'body' }
  /** A range of the query as sent. */
  | { readonly in: 'query'; readonly start: number; readonly end: number }
  /** Where in `rawHeaders` the names stand; several where a header is repeated. */
  | { readonly in: 'headers'; readonly indexes: readonly number[] }

export interface CanonicalSegment {
  readonly part: 'method' | 'uri' | 'query' | 'header' | 'signedHeaders' | 'payloadHash'
  /** Of a header or a parameter. */
  readonly name?: string | undefined
  /** Range in the canonical request; what lies between two segments is a separator. */
  readonly start: number
  readonly end: number
  readonly source: SegmentSource
}

export interface SignedParts {
  readonly signedHeaders: readonly string[]
  readonly payloadHash: string
  readonly style: CanonicalStyle
}

type RequestParts = Pick<WireRequest, 'method' | 'path' | 'query' | 'rawHeaders'>
type Piece = Omit<CanonicalSegment, 'start' | 'end'> & { readonly text: string }

export function canonicalSegments(request: RequestParts, signed: SignedParts): CanonicalSegment[] {
  const headers = headerPieces(request.rawHeaders, signed.signedHeaders)
  const uri = canonicalUri(request.path, signed.style)
  const lines: Piece[][] = [
    [{ part: 'method', text: request.method, source: { in: 'method' } }],
    [{ part: 'uri', text: uri, source: { in: 'path' } }],
    queryPieces(request.query),
    ...headers.map((header) => [header]),
    [],
    [signedHeadersPiece(request.rawHeaders, signed.signedHeaders)],
    [payloadHashPiece(request.rawHeaders, signed)],
  ]
  return placed(lines)
}

/** Pieces of a line are one separator apart, and so are lines: every piece, and an empty line, moves on by one. */
function placed(lines: readonly (readonly Piece[])[]): CanonicalSegment[] {
  const segments: CanonicalSegment[] = []
  let at = 0
  for (const line of lines) {
    if (line.length === 0) at++
    for (const { text, ...piece } of line) {
      segments.push({ ...piece, start: at, end: at + text.length })
      at += text.length + 1
    }
  }
  return segments
}

function queryPieces(query: string): Piece[] {
  return sortedParameters(queryParameters(query)).map((parameter) => ({
    part: 'query',
    name: parameter.name,
    text: printParameter(parameter),
    source: { in: 'query', start: parameter.start, end: parameter.end },
  }))
}

function headerPieces(rawHeaders: readonly string[], signedHeaders: readonly string[]): Piece[] {
  const { values } = collectHeaders(rawHeaders)
  return signedHeaders
    .filter((name) => values.has(name))
    .map((name) => ({
      part: 'header',
      name,
      text: `${name}:${values.get(name)}`,
      source: headerSource(rawHeaders, name),
    }))
}

const signedHeadersPiece = (
  rawHeaders: readonly string[],
  signedHeaders: readonly string[],
): Piece => ({
  part: 'signedHeaders',
  text: signedHeaders.join(';'),
  source: headerSource(rawHeaders, 'authorization'),
})

const payloadHashPiece = (
  rawHeaders: readonly string[],
  { payloadHash, style }: SignedParts,
): Piece => ({
  part: 'payloadHash',
  text: payloadHash,
  source: style === 's3' ? headerSource(rawHeaders, 'x-amz-content-sha256') : { in: 'body' },
})

function headerSource(rawHeaders: readonly string[], wanted: string): SegmentSource {
  const indexes: number[] = []
  for (let i = 0; i < rawHeaders.length; i += 2)
    if (rawHeaders[i]!.toLowerCase() === wanted) indexes.push(i)
  return { in: 'headers', indexes }
}
