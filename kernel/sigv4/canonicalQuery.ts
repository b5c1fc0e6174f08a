/** Third line of the canonical request: the parameters, encoded and then sorted. */
import { QUERY, uriRecode } from './uriEncode.ts'

/** One `name=value` of the query, in canonical encoding, and where it stands in the query as sent. */
export interface QueryParameter {
  readonly name: string
  readonly value: string
  readonly start: number
  readonly end: number
}

/** The parameters in the order of the wire. `?delete` and `?delete=` are the same parameter. */
export function queryParameters(query: string): QueryParameter[] {
  const parameters: QueryParameter[] = []
  if (query === '') return parameters
  for (let start = 0; start <= query.length; ) {
    const ampersand = query.indexOf('&', start)
    const end = ampersand < 0 ? query.length : ampersand
    if (end > start) parameters.push(parameterAt(query, start, end))
    start = end + 1
  }
  return parameters
}

function parameterAt(query: string, start: number, end: number): QueryParameter {
  const text = query.slice(start, end)
  const equals = text.indexOf('=')
  const name = uriRecode(equals < 0 ? text : text.slice(0, equals), QUERY)
  const value = equals < 0 ? '' : uriRecode(text.slice(equals + 1), QUERY)
  return { name, value, start, end }
}

export function canonicalQuery(parameters: readonly QueryParameter[]): string {
  return sortedParameters(parameters).map(printParameter).join('&')
}

/** By encoded name, then by encoded value: never by the joined text, where `=` would come after `-`. */
export function sortedParameters(parameters: readonly QueryParameter[]): readonly QueryParameter[] {
  if (parameters.length < 2) return parameters
  return [...parameters].sort((a, b) => byText(a.name, b.name) || byText(a.value, b.value))
}

export const printParameter = ({ name, value }: QueryParameter) => `${name}=${value}`

function byText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
