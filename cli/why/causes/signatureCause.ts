/** The signature is another than the one that the service computes: the mistake that gives it, or that none does. */
import type { RefusedExchange } from '../refusedExchange.ts'
import { because, type Sentence } from '../sentence.ts'
import type { Cause } from '../why.ts'
import { type Refusal, stringIn } from './reasonOf.ts'
import { type SignatureFinding, signatureFinding } from './signatureFinding.ts'

export function signatureCause(exchange: RefusedExchange, { detail }: Refusal): Cause | undefined {
  if (stringIn(detail, 'reason') !== 'SignatureDoesNotMatch') return undefined
  const found = signatureFinding(exchange)
  const party = exchange.request.to
  const accessKeyId = found?.accessKeyId ?? '-'
  const first = because('signatureMismatch', { party, accessKeyId })
  return {
    kind: 'signature',
    because: [first, ...(found ? whatWasTried(found) : [])],
    ...(found && { signature: found }),
  }
}

function whatWasTried({ diagnosis }: SignatureFinding): Sentence[] {
  const { mistakes, tried, complete } = diagnosis
  if (mistakes.length > 0) return []
  if (tried === 0) return [because('noSignature')]
  const outcome = complete
    ? because('nothingGuessed', { tried })
    : because('searchEnded', { tried })
  return [outcome, because('cannotBeTried')]
}
