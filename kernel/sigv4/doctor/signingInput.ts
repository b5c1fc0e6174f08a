/** All that a signature is computed from, in the parts that a client can get wrong: the doctor varies one or two of them. */
import { printScope } from '../credentialScope.ts'
import { sha256Hex } from '../sha256Hex.ts'
import { ALGORITHM } from '../stringToSign.ts'
import type { SignatureClaim } from '../verify/signatureClaim.ts'
import type { SentRequest } from './sentRequest.ts'

export interface SigningInput {
  readonly method: string
  readonly uri: string
  readonly parameters: readonly SignedParameter[]
  readonly headers: readonly SignedHeader[]
  /** The empty line after the last header, which everybody forgets once. */
  readonly blankLine: 'there' | 'missing'
  readonly signedHeaders: readonly string[]
  readonly payloadHash: string
  /** The instant in the string to sign. */
  readonly date: string
  readonly scope: string
  /** How the canonical request stands in the string to sign. */
  readonly canonicalRequest: 'hashed' | 'asItIs'
}

export interface SignedParameter {
  /** `name=value`, as it is signed. */
  readonly text: string
  /** Its place in the query as sent. */
  readonly at: number
}

export interface SignedHeader {
  readonly name: string
  readonly value: string
}

/** What the service signs, out of its own text: so the parts are exactly those that were compared. */
export function signingInputOf(claim: SignatureClaim, sent: SentRequest): SigningInput {
  const [method = '', uri = '', query = '', ...rest] = claim.canonicalRequest.split('\n')
  return {
    method,
    uri,
    parameters:
      query === '' ? [] : query.split('&').map((text) => ({ text, at: placeOf(text, sent) })),
    headers: rest.slice(0, -3).map(headerOf),
    blankLine: 'there',
    signedHeaders: claim.signedHeaders,
    payloadHash: claim.payload.hash,
    date: claim.amzDate,
    scope: printScope(claim.scope),
    canonicalRequest: 'hashed',
  }
}

const placeOf = (text: string, { parameters }: SentRequest): number =>
  parameters.findIndex(({ canonical }) => canonical === text)

function headerOf(line: string): SignedHeader {
  const colon = line.indexOf(':')
  return { name: line.slice(0, colon), value: line.slice(colon + 1) }
}

export function printCanonicalRequest(input: SigningInput): string {
  const { method, uri, headers, blankLine, signedHeaders, payloadHash } = input
  const query = input.parameters.map(({ text }) => text).join('&')
  const lines = headers.map(({ name, value }) => `${name}:${value}\n`).join('')
  const gap = blankLine === 'there' ? '\n' : ''
  return `${method}\n${uri}\n${query}\n${lines}${gap}${signedHeaders.join(';')}\n${payloadHash}`
}

export function printStringToSign(input: SigningInput, canonical: string): string {
  const last = input.canonicalRequest === 'hashed' ? sha256Hex(canonical) : canonical
  return `${ALGORITHM}\n${input.date}\n${input.scope}\n${last}`
}
