/** One page of a sorted list: the token says after which key it goes on, so what comes and goes meanwhile does no harm. */
import { invalidRequest } from './errors/portalErrors.ts'

export interface PageRequest {
  readonly nextToken?: string | undefined
  readonly maxResults?: number | undefined
}

export interface Page<T> {
  readonly items: readonly T[]
  readonly nextToken: string | undefined
}

/** [inf] The most that AWS takes; what it gives unasked is not known. */
const defaultResults = 100
const longestToken = 2048

export function page<T>(
  sorted: readonly T[],
  keyOf: (item: T) => string,
  { nextToken, maxResults = defaultResults }: PageRequest,
): Page<T> {
  const after = nextToken === undefined ? undefined : readToken(nextToken)
  const rest = after === undefined ? sorted : sorted.filter((item) => keyOf(item) > after)
  const items = rest.slice(0, maxResults)
  const last = items.at(-1)
  const isLast = last === undefined || items.length === rest.length
  return { items, nextToken: isLast ? undefined : writeToken(keyOf(last)) }
}

const prefix = 'after:'

const writeToken = (key: string): string => Buffer.from(prefix + key).toString('base64url')

function readToken(token: string): string {
  const text = token.length > longestToken ? '' : Buffer.from(token, 'base64url').toString()
  if (!text.startsWith(prefix)) throw invalidRequest('Invalid next token provided')
  return text.slice(prefix.length)
}
