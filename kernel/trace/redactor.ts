/**
 * Replaces secrets by stable labels: the same secret is the same label throughout a run, so one still sees
 * that the token issued at one hop is the one presented at another.
 */
import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { HeaderList } from './recording.ts'
import { sensitiveFields, sensitiveHeaders, sensitiveParameters } from './sensitiveNames.ts'

export interface Redactor {
  headers(list: HeaderList): HeaderList
  target(target: string): string
  body(text: string, contentType: string): string
  /** A copy of plain data with sensitive members replaced. */
  data<T>(value: T): T
}

/** Labels remembered; an older secret that comes again gets a new number. */
const remembered = 10_000

export function createRedactor(): Redactor {
  const labels = new LRUCache<string, string>({ max: remembered })
  const counts = new Map<string, number>()

  /** Keyed by a hash: the redactor itself keeps no secret. */
  const label = (kind: string, secret: string): string => {
    if (secret === '' || secret.startsWith('<')) return secret
    const key = createHash('sha256').update(kind).update('\0').update(secret).digest('base64')
    const known = labels.get(key)
    if (known) return known
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    const made = `<${kind}:${count}>`
    labels.set(key, made)
    return made
  }

  return {
    headers: (list) => list.map(([name, value]) => [name, redactHeader(name, value, label)]),
    target: (target) => redactPairs(target, label),
    body: (text, contentType) => redactBody(text, contentType, label),
    data: (value) => redactData(value, label),
  }
}

type Label = (kind: string, secret: string) => string

function redactHeader(name: string, value: string, label: Label): string {
  const lower = name.toLowerCase()
  if (lower === 'authorization')
    return value.startsWith('AWS') ? value : label('authorization', value)
  if (lower === 'location') return redactPairs(value, label)
  if (lower === 'cookie' || lower === 'set-cookie') return redactCookies(value, label)
  const kind = sensitiveHeaders.get(lower)
  return kind ? label(kind, value) : value
}

/** Names and attributes stay: which cookie was set, and how, is part of the lesson. */
function redactCookies(value: string, label: Label): string {
  return value
    .split(/; */)
    .map((part) => {
      const [name, ...rest] = part.split('=')
      if (rest.length === 0 || cookieAttributes.has(name!.toLowerCase())) return part
      return `${name}=${label('cookie', rest.join('='))}`
    })
    .join('; ')
}

const cookieAttributes = new Set(['path', 'domain', 'expires', 'max-age', 'samesite'])

function redactBody(text: string, contentType: string, label: Label): string {
  if (contentType.includes('x-www-form-urlencoded')) return redactPairs(text, label)
  if (contentType.includes('json')) return redactJson(text, label)
  if (contentType.includes('html')) return redactInputs(text, label)
  if (contentType.includes('xml')) return redactText(redactElements(text, label), label)
  return text
}

/** `a=b&c=d`, also behind a `?`. */
function redactPairs(text: string, label: Label): string {
  return text.replace(/([?&]|^)([\w-]+)=([^&#]*)/g, (whole, before, name, value) => {
    const kind = sensitiveParameters.get(String(name).toLowerCase())
    return kind ? `${before}${name}=${label(kind, decodeSafely(value))}` : whole
  })
}

function decodeSafely(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '))
  } catch {
    return value
  }
}

function redactJson(text: string, label: Label): string {
  return text.replace(/"(\w+)"(\s*:\s*)"((?:[^"\\]|\\.)*)"/g, (whole, name, colon, value) => {
    const kind = sensitiveParameters.get(String(name).toLowerCase())
    return kind ? `"${name}"${colon}"${label(kind, value)}"` : whole
  })
}

function redactElements(text: string, label: Label): string {
  return text.replace(/<([\w-]+)>([^<]*)<\/\1>/g, (whole, name, value) => {
    const kind = sensitiveFields.get(String(name).toLowerCase())
    return kind ? `<${name}>${label(kind, value)}</${name}>` : whole
  })
}

function redactInputs(text: string, label: Label): string {
  return text.replace(/(name="([\w-]+)"[^>]*?value=")([^"]*)"/g, (whole, before, name, value) => {
    const kind = sensitiveFields.get(String(name).toLowerCase())
    return kind ? `${before}${label(kind, value)}"` : whole
  })
}

/** The token stands in the canonical request too, as a signed header. */
function redactText(text: string, label: Label): string {
  if (!text.includes('x-amz-security-token:')) return text
  return text.replace(
    /x-amz-security-token:([^\n]+)/g,
    (_, value) => `x-amz-security-token:${label('session-token', value)}`,
  )
}

function redactData<T>(value: T, label: Label): T {
  if (typeof value === 'string') return redactText(value, label) as T
  if (Array.isArray(value)) return value.map((item) => redactData(item, label)) as T
  if (value === null || typeof value !== 'object') return value
  if (value instanceof Date || Buffer.isBuffer(value)) return value
  const copy: [string, unknown][] = Object.entries(value).map(([name, member]) => {
    const kind = typeof member === 'string' ? sensitiveFields.get(name.toLowerCase()) : undefined
    return [name, kind ? label(kind, member as string) : redactData(member, label)]
  })
  return Object.fromEntries(copy) as T
}
