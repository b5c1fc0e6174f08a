/** A refused request explained out of the recording alone: where, why, and with which values. */
import { claimCause } from './causes/claimCause.ts'
import { hopCause } from './causes/hopCause.ts'
import { pageCause } from './causes/pageCause.ts'
import { policyCause } from './causes/policyCause.ts'
import { type Refusal, refusalIn, stringIn } from './causes/reasonOf.ts'
import { requestCause } from './causes/requestCause.ts'
import { signatureCause } from './causes/signatureCause.ts'
import { flowHop } from './flowHop.ts'
import type { RefusedExchange } from './refusedExchange.ts'
import type { Cause, Why } from './why.ts'

export function explainRefusal(exchange: RefusedExchange): Why {
  const { request, response, inside } = exchange
  const refusal = refusalIn(exchange)
  const { stage, code, message, status, detail } = refusal
  const operation = operationIn(exchange)
  const { kind, because, decision, signature } = causeOf(exchange, refusal)
  const reason = stringIn(detail, 'reason')
  return {
    at: new Date(request.at).toISOString(),
    hostAt: new Date(request.hostAt).toISOString(),
    requestId: request.requestId,
    method: request.method,
    target: request.target,
    party: request.to,
    operation,
    hop: flowHop(exchange, { party: request.to, operation, stage, reason }) ?? null,
    stage,
    status: response?.status ?? status ?? 0,
    code,
    message,
    kind,
    because,
    decision: decision ?? null,
    signature: signature ?? null,
    detail,
    change: null,
    inside: inside ? explainRefusal(inside) : null,
  }
}

function operationIn(exchange: RefusedExchange): string | null {
  return stringIn(exchange.findings('identify').at(-1) ?? {}, 'operation')
}

/** The first that knows something of it. */
function causeOf(exchange: RefusedExchange, refusal: Refusal): Cause {
  for (const cause of [policyCause, signatureCause, claimCause, pageCause, hopCause]) {
    const found = cause(exchange, refusal)
    if (found) return found
  }
  return requestCause(exchange, refusal)
}
