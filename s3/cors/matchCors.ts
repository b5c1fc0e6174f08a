/** The first rule of a CORS configuration that lets a request through, and what a browser is told then. */
import type { CORSConfiguration, CORSRule } from '../model/shapes.ts'

export interface CorsQuestion {
  readonly origin: string
  /** That the browser is about to use, or has used. */
  readonly method: string
  /** Headers that it is about to send, in lower case; only a preflight says so. */
  readonly headers: readonly string[]
}

export function matchCors(
  { CORSRules: rules }: CORSConfiguration,
  question: CorsQuestion,
): Record<string, string> | undefined {
  const rule = rules.find((candidate) => lets(candidate, question))
  return rule && headersOf(rule, question)
}

function lets(rule: CORSRule, { origin, method, headers }: CorsQuestion): boolean {
  const allowed = (rule.AllowedHeaders ?? []).map((pattern) => pattern.toLowerCase())
  return (
    rule.AllowedMethods.includes(method) &&
    rule.AllowedOrigins.some((pattern) => fits(pattern, origin)) &&
    headers.every((name) => allowed.some((pattern) => fits(pattern, name)))
  )
}

/** At most one `*`, which `checkCors` has made sure of. */
function fits(pattern: string, text: string): boolean {
  const [before = '', after] = pattern.split('*')
  if (after === undefined) return pattern === text
  const isLong = text.length >= before.length + after.length
  return isLong && text.startsWith(before) && text.endsWith(after)
}

function headersOf(rule: CORSRule, { origin, headers }: CorsQuestion): Record<string, string> {
  const toAll = rule.AllowedOrigins.find((pattern) => fits(pattern, origin)) === '*'
  const { ExposeHeaders = [], MaxAgeSeconds } = rule
  return {
    'Access-Control-Allow-Origin': toAll ? '*' : origin,
    'Access-Control-Allow-Methods': rule.AllowedMethods.join(', '),
    ...(headers.length > 0 && { 'Access-Control-Allow-Headers': headers.join(', ') }),
    ...(ExposeHeaders.length > 0 && { 'Access-Control-Expose-Headers': ExposeHeaders.join(', ') }),
    ...(MaxAgeSeconds !== undefined && { 'Access-Control-Max-Age': String(MaxAgeSeconds) }),
    // Fetch standard: credentials are not for everybody.
    ...(!toAll && { 'Access-Control-Allow-Credentials': 'true' }),
    Vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  }
}
