/**
 * Why a signature does not match: tries what clients get wrong, one thing at a time and then two, until one of them
 * gives the very signature that came. It works with the key that IAM derived for this scope, never with the secret.
 * What it says reproduces the client's signature, or it says nothing.
 */
import { timingSafeEqual } from 'node:crypto'
import type { WireRequest } from '#kernel/http/wireRequest.ts'
import type { SignatureClaim } from '../verify/signatureClaim.ts'
import { type Difference, differences } from './differences.ts'
import { type GivenSignature, givenSignature } from './givenSignature.ts'
import type { Variant } from './mistake.ts'
import { type MistakeId, mistakes } from './mistakes/index.ts'
import { quickSigner } from './quickSigner.ts'
import { type SentRequest, sentRequest } from './sentRequest.ts'
import {
  printCanonicalRequest,
  printStringToSign,
  type SigningInput,
  signingInputOf,
} from './signingInput.ts'

export interface FoundMistake {
  readonly id: MistakeId | 'signatureNotHex'
  readonly params: Readonly<Record<string, string>>
}

export interface SignatureDiagnosis {
  /** One or two; none where no guess gives the client's signature. */
  readonly mistakes: readonly FoundMistake[]
  /** Where the service's text and the client's part. */
  readonly differences: readonly Difference[]
  /** Signatures computed. */
  readonly tried: number
  /** False where a long request used up the work that this may cost before all pairs were tried. */
  readonly complete: boolean
}

export interface Mismatch {
  readonly request: WireRequest
  readonly claim: SignatureClaim
  readonly signingKey: Buffer
}

export function diagnoseSignature(
  mismatch: Mismatch,
  limits: DoctorLimits = usualLimits,
): SignatureDiagnosis {
  const { request, claim } = mismatch
  const given = givenSignature(claim.signature)
  if (given === undefined) return nothingFound({ tried: 0, complete: true })
  const sent = sentRequest(request, claim)
  const own = signingInputOf(claim, sent)
  const sign = quickSigner(mismatch.signingKey)
  const search: Search = { own, sent, given, sign, limits, seen: new Set(), bytes: 0 }
  const found = searched(search)
  const cost = { tried: search.seen.size, complete: !isSpent(search) }
  return found === undefined ? nothingFound(cost) : diagnosis(found, search, cost)
}

/** What a diagnosis may cost, however long the request: signatures computed, bytes hashed. */
export interface DoctorLimits {
  readonly tries: number
  readonly bytes: number
}

/** Some milliseconds; a request of an SDK needs no more for the likely pairs. */
const usualLimits: DoctorLimits = { tries: 2_000, bytes: 2_500_000 }

interface Search {
  readonly own: SigningInput
  readonly sent: SentRequest
  readonly given: GivenSignature
  readonly sign: (text: string) => Buffer
  readonly limits: DoctorLimits
  /** Strings to sign that were tried: many mistakes change nothing in most requests, or the same as another. */
  readonly seen: Set<string>
  bytes: number
}

interface Guess {
  /** Place of its mistake in the list. */
  readonly at: number
  readonly variant: Variant
}

/** The client's own input may be right, and only its signature written otherwise: then nothing was guessed. */
function searched(search: Search): readonly Guess[] | undefined {
  if (gives(search.own, search) === 'right') return []
  const singles: Guess[] = []
  for (const guess of guesses(search.own, mistakes.keys(), search)) {
    const outcome = gives(guess.variant.input, search)
    if (outcome === 'right') return [guess]
    if (outcome === 'wrong') singles.push(guess)
  }
  for (const guessed of [0, 1, 2]) {
    const pair = pairAmong(singles, guessed, search)
    if (pair !== undefined) return pair
  }
  return undefined
}

/** The second one is made on top of the first; `guessed` says how many of the two are guesses, the likelier pairs first. */
function pairAmong(
  singles: readonly Guess[],
  guessed: number,
  search: Search,
): readonly Guess[] | undefined {
  for (const first of singles) {
    for (const second of guesses(first.variant.input, partners(first.at, guessed), search)) {
      if (isSpent(search)) return undefined
      if (gives(second.variant.input, search) === 'right') return [first, second]
    }
  }
  return undefined
}

function* partners(first: number, guessed: number): Generator<number> {
  for (let at = first + 1; at < mistakes.length; at++)
    if (weight(first) + weight(at) === guessed) yield at
}

const weight = (at: number): number => (mistakes[at]!.isGuessed ? 1 : 0)

function* guesses(
  input: SigningInput,
  places: Iterable<number>,
  { sent }: Search,
): Generator<Guess> {
  for (const at of places)
    for (const variant of mistakes[at]!.variants(input, sent)) yield { at, variant }
}

function gives(input: SigningInput, search: Search): 'right' | 'wrong' | 'seen' {
  const canonical = printCanonicalRequest(input)
  search.bytes += canonical.length
  const text = printStringToSign(input, canonical)
  if (search.seen.has(text)) return 'seen'
  search.seen.add(text)
  return timingSafeEqual(search.sign(text), search.given.bytes) ? 'right' : 'wrong'
}

const isSpent = ({ seen, bytes, limits }: Search): boolean =>
  seen.size >= limits.tries || bytes >= limits.bytes

type Cost = Pick<SignatureDiagnosis, 'tried' | 'complete'>

const nothingFound = (cost: Cost): SignatureDiagnosis => ({
  mistakes: [],
  differences: [],
  ...cost,
})

function diagnosis(
  found: readonly Guess[],
  { own, given }: Search,
  cost: Cost,
): SignatureDiagnosis {
  const guessed = found.map(({ at, variant }) => ({
    id: mistakes[at]!.id,
    params: variant.params,
  }))
  const written: FoundMistake[] = given.isHex ? [] : [{ id: 'signatureNotHex', params: {} }]
  const theirs = found.at(-1)?.variant.input ?? own
  return { mistakes: [...guessed, ...written], differences: differences(own, theirs), ...cost }
}
