/** A page turned somebody away: the check of the assertion, the sign-in, or the form that did not hold. */
import type { Finding, RefusedExchange } from '../refusedExchange.ts'
import { because, type Sentence, type SentenceKey } from '../sentence.ts'
import type { Cause } from '../why.ts'
import { type Refusal, stringIn, textIn } from './reasonOf.ts'

export function pageCause(exchange: RefusedExchange, refusal: Refusal): Cause | undefined {
  return samlCause(exchange) ?? signInCause(exchange) ?? refusedPage(refusal)
}

function samlCause(exchange: RefusedExchange): Cause | undefined {
  const found = exchange.findings('saml').findLast(({ passed }) => passed === false)
  if (!found) return undefined
  const check = stringIn(found, 'failed') ?? '-'
  const checks = Array.isArray(found['checks']) ? (found['checks'] as Finding[]) : []
  const failed = checks.find((each) => each['check'] === check) ?? found
  return { kind: 'saml', because: samlSentences(check, found, failed) }
}

function samlSentences(check: string, found: Finding, failed: Finding): Sentence[] {
  const said = because('samlCheck', { check, because: textIn(found, 'because') })
  if (failed['expected'] === undefined || failed['found'] === undefined) return [said]
  const [expected, seen] = [textIn(failed, 'expected'), textIn(failed, 'found')]
  return [said, because('samlExpected', { expected, found: seen })]
}

/** By what the sign-in or the page says of itself. */
const pageReasons = [
  'credentials',
  'codeWrong',
  'codeStale',
  'codeUsed',
  'challenge',
  'form',
  'staleForm',
  'unknownCode',
  'tooManyCodes',
  'unavailable',
  'noInstance',
] as const satisfies readonly SentenceKey[]

const foundReasons = [
  'unknownServiceProvider',
  'foreignAcs',
  'otherDestination',
  'badRequest',
] as const satisfies readonly SentenceKey[]

function signInCause(exchange: RefusedExchange): Cause | undefined {
  const found = exchange.findings('sign-in').at(-1)
  if (found?.['outcome'] === 'locked')
    return { kind: 'sign-in', because: [because('lockedForNow')] }
  if (found?.['outcome'] !== 'refused') return undefined
  const reason = pageReasons.find((key) => key === found['because'])
  return { kind: 'sign-in', because: reason ? [because(reason)] : [] }
}

function refusedPage({ code, detail }: Refusal): Cause | undefined {
  if (code !== null) return undefined
  const reason = stringIn(detail, 'reason')
  const known = pageReasons.find((key) => key === reason)
  if (known) return { kind: 'page', because: [because(known)] }
  const found = foundReasons.find((key) => key === reason)
  return found && { kind: 'page', because: [because(found, { found: textIn(detail, 'found') })] }
}
