/** A question between services as the recording shows it: the same event from both carriers. */
import type { HopRecord } from '#kernel/hops/hopRecord.ts'
import type { NewEvent } from './recording.ts'
import type { Redactor } from './redactor.ts'

/** A hop before the recorder numbers and stamps it. */
export type NewHop = Extract<NewEvent, { readonly kind: 'hop' }>

export function hopEvent(record: HopRecord, exchange: number, redactor: Redactor): NewHop {
  const { id, from, to, about, carrier, bound, outcome, refusal } = record
  return {
    kind: 'hop',
    exchange,
    id,
    ...parentOf(record.parent),
    from,
    to,
    about,
    carrier,
    bound,
    ask: redactor.data(record.ask),
    ...(record.answer !== undefined && { answer: redactor.data(record.answer) }),
    outcome,
    ...(refusal && { refusal: { code: refusal.code, message: refusal.message } }),
    ...(record.message !== undefined && { message: record.message }),
    ...(record.wire && { wire: { ...redactor.data(record.wire) } }),
  }
}

/** A request's own question names the request; one asked to answer another question names that one. */
function parentOf(parent: unknown): { parent?: number; within?: string } {
  if (typeof parent === 'string') return { within: parent }
  const { exchange } = Object(parent) as { exchange?: number }
  return exchange === undefined ? {} : { parent: exchange }
}
