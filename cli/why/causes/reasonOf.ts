/** What a refusal's detail says of its reason, read as texts and numbers whatever is in it. */
import type { Finding, RefusedExchange } from '../refusedExchange.ts'

export interface Refusal {
  readonly stage: string | null
  readonly code: string | null
  readonly message: string | null
  readonly status: number | null
  readonly detail: Finding
}

export function refusalIn(exchange: RefusedExchange): Refusal {
  const found = exchange.findings('refusal').at(-1) ?? {}
  return {
    stage: stringIn(found, 'stage'),
    code: stringIn(found, 'code'),
    message: stringIn(found, 'message'),
    status: typeof found['status'] === 'number' ? found['status'] : null,
    detail: detailIn(found),
  }
}

/** Pages say what they found beside the reason; services have a member for it. */
function detailIn(found: Finding): Finding {
  const { stage, code, message, status, detail, ...rest } = found
  return { ...rest, ...(typeof detail === 'object' && detail !== null ? detail : {}) }
}

export function stringIn(found: Finding, name: string): string | null {
  const value = found[name]
  return typeof value === 'string' ? value : null
}

/** For a sentence: '-' where there is none. */
export function textIn(found: Finding, name: string): string {
  const value = found[name]
  if (Array.isArray(value)) return value.map(String).join(', ')
  return value === undefined || value === null ? '-' : String(value)
}
