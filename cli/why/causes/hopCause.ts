/** A question to another service came back without an answer that may be believed, or something of ours broke. */
import type { HopEvent } from '#kernel/trace/recording.ts'
import type { RefusedExchange } from '../refusedExchange.ts'
import { because, type Sentence } from '../sentence.ts'
import type { Cause } from '../why.ts'
import { type Refusal, stringIn } from './reasonOf.ts'

export function hopCause(exchange: RefusedExchange, { status }: Refusal): Cause | undefined {
  const failed = exchange.hops.findLast(({ outcome }) => !ordinary.includes(outcome))
  if (failed) return { kind: 'hop', because: hopSentences(failed) }
  const broken = exchange.findings('failure').at(-1)
  if (!broken || (status ?? 0) < 500) return undefined
  const [message = ''] = (stringIn(broken, 'message') ?? '').split('\n')
  return { kind: 'failure', because: [because('failed', { message })] }
}

/** What the owner refused in AWS's words is the service's to say. */
const ordinary = ['answered', 'Refused']

function hopSentences({ from, to, about, outcome, message }: HopEvent): Sentence[] {
  const failed = because('hopFailed', { from, to, about, outcome })
  return message === undefined ? [failed] : [failed, because('hopSaid', { message })]
}
