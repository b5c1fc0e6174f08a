/** `application/x-www-form-urlencoded` (WHATWG URL, 5.1), in bodies and query strings. Of a repeated name the first counts. */
import { BadValue } from './badValue.ts'

/** Far above any real call: AWS's largest forms carry some hundred parameters. */
const maxPairs = 10_000

/** All pairs in order; throws where a name or value cannot be decoded. */
export function readForm(text: string): [name: string, value: string][] {
  const pairs: [string, string][] = []
  for (const [rawName, rawValue] of rawPairs(text)) {
    if (pairs.length === maxPairs) throw badForm(`more than ${maxPairs} parameters`)
    pairs.push([decode(rawName), decode(rawValue)])
  }
  return pairs
}

/** For identification, before anything was verified: what cannot be decoded is not there. */
export function looseForm(text: string): ReadonlyMap<string, string> {
  if (text === '') return empty
  const found = new Map<string, string>()
  for (const [rawName, rawValue] of rawPairs(text)) {
    const name = decoded(rawName)
    const value = decoded(rawValue)
    if (name === undefined || value === undefined || found.has(name)) continue
    found.set(name, value)
    if (found.size === maxPairs) break
  }
  return found
}

const empty: ReadonlyMap<string, string> = new Map()

/** The first value of one name. */
export function formValue(text: string, wanted: string): string | undefined {
  for (const [rawName, rawValue] of rawPairs(text))
    if (decoded(rawName) === wanted) return decoded(rawValue)
  return undefined
}

function* rawPairs(text: string): Generator<[name: string, value: string]> {
  let from = 0
  while (from < text.length) {
    const next = text.indexOf('&', from)
    const end = next < 0 ? text.length : next
    if (end > from) yield splitPair(text.slice(from, end))
    from = end + 1
  }
}

function splitPair(pair: string): [name: string, value: string] {
  const equals = pair.indexOf('=')
  return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
}

function decode(text: string): string {
  const value = decoded(text)
  if (value === undefined) throw badForm('percent-encoding that is not UTF-8')
  return value
}

function decoded(text: string): string | undefined {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text
  return percentDecode(spaced)
}

/** RFC 3986, 2.1; undefined where the escapes are broken or not UTF-8. */
export function percentDecode(text: string): string | undefined {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** As AWS's clients encode: everything but RFC 3986's unreserved characters. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, hex)
}

const hex = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`

const badForm = (problem: string): BadValue => new BadValue({ kind: 'uri', problem })
