/** All other refusals: what is wrong with the request is in AWS's sentence, and what was found beside it in the recording. */
import type { Finding, RefusedExchange } from '../refusedExchange.ts'
import { because, type Sentence } from '../sentence.ts'
import type { Cause } from '../why.ts'
import { type Refusal, stringIn, textIn } from './reasonOf.ts'

export function requestCause(exchange: RefusedExchange, { detail, stage }: Refusal): Cause {
  if (detail['why'] === 'unknownService')
    return { kind: 'request', because: [because('unknownService')] }
  const found = [...samlFound(detail), ...plainFound(detail)]
  const isTold = found.length > 0 || exchange.inside !== undefined
  return { kind: 'request', because: isTold ? found : passed(exchange, stage) }
}

/** STS names the check of the assertion that failed. */
function samlFound(detail: Finding): Sentence[] {
  const check = stringIn(detail, 'check')
  if (check === null) return []
  const reason = stringIn(detail, 'because')
  const said = because('samlCheck', { check, because: reason ?? check })
  if (detail['expected'] === undefined) return [said]
  const expected = textIn(detail, 'expected')
  return [said, because('samlExpected', { expected, found: textIn(detail, 'found') })]
}

const toldAlready = ['check', 'expected', 'found', 'reason', 'decision']

function plainFound(detail: Finding): Sentence[] {
  return Object.entries(detail)
    .filter(([name, value]) => !toldAlready.includes(name) && isPlain(value))
    .filter(([name]) => name !== 'because' || detail['check'] === undefined)
    .map(([name, value]) => because('found', { name, value: String(value) }))
}

const isPlain = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value)

function passed(exchange: RefusedExchange, stage: string | null): Sentence[] {
  const stages = exchange.findings('pipeline').at(-1)?.['stages']
  if (stage === null || !Array.isArray(stages)) return []
  const before = stages.filter((each) => each !== stage)
  return before.length === 0 ? [] : [because('passed', { stages: before.join(', ') })]
}
