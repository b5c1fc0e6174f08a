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
  /** Plain data with sensitive members replaced. */
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

const anyOf = (names: ReadonlyMap<string, string>): string => [...names.keys()].join('|')

const parameters = anyOf(sensitiveParameters)
const fields = anyOf(sensitiveFields)

/** They find nothing but sensitive names: a body without any costs one scan. */
const sensitivePair = new RegExp(`([?&]|^)(${parameters})=([^&#]*)`, 'gi')
const sensitiveMember = new RegExp(`"(${parameters})"(\\s*:\\s*)"((?:[^"\\\\]|\\\\.)*)"`, 'gi')
const sensitiveElement = new RegExp(`<(${fields})>([^<]*)</\\1>`, 'gi')
const sensitiveInput = new RegExp(`(name="(${fields})"[^>]*?value=")([^"]*)"`, 'gi')

const parameterKind = (name: string): string => sensitiveParameters.get(name.toLowerCase())!
const fieldKind = (name: string): string => sensitiveFields.get(name.toLowerCase())!

/** `a=b&c=d`, also behind a `?`. */
function redactPairs(text: string, label: Label): string {
  return text.replace(
    sensitivePair,
    (_, before, name, value) =>
      `${before}${name}=${label(parameterKind(name), decodeSafely(value))}`,
  )
}

function decodeSafely(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '))
  } catch {
    return value
  }
}

function redactJson(text: string, label: Label): string {
  return text.replace(
    sensitiveMember,
    (_, name, colon, value) => `"${name}"${colon}"${label(parameterKind(name), value)}"`,
  )
}

function redactElements(text: string, label: Label): string {
  return text.replace(
    sensitiveElement,
    (_, name, value) => `<${name}>${label(fieldKind(name), value)}</${name}>`,
  )
}

function redactInputs(text: string, label: Label): string {
  return text.replace(
    sensitiveInput,
    (_, before, name, value) => `${before}${label(fieldKind(name), value)}"`,
  )
}

/** The token stands in the canonical request too, as a signed header. */
function redactText(text: string, label: Label): string {
  if (text.length < signedToken.length || !text.includes(signedToken)) return text
  return text.replace(
    /x-amz-security-token:([^\n]+)/g,
    (_, value) => signedToken + label('session-token', value),
  )
}

const signedToken = 'x-amz-security-token:'

/** What holds no secret stays the same object: most data does not. */
function redactData<T>(value: T, label: Label): T {
  if (typeof value === 'string') return redactText(value, label) as T
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return redactItems(value, label) as T
  if (value instanceof Date || Buffer.isBuffer(value)) return value
  return redactMembers(value as Record<string, unknown>, label) as T
}

function redactItems(items: readonly unknown[], label: Label): readonly unknown[] {
  let copy: unknown[] | undefined
  for (let i = 0; i < items.length; i++) {
    const shown = redactData(items[i], label)
    if (shown !== items[i]) {
      copy ??= [...items]
      copy[i] = shown
    }
  }
  return copy ?? items
}

function redactMembers(
  members: Readonly<Record<string, unknown>>,
  label: Label,
): Readonly<Record<string, unknown>> {
  let copy: Record<string, unknown> | undefined
  for (const name of Object.keys(members)) {
    const member = members[name]
    const shown = redactMember(name, member, label)
    if (shown !== member) {
      // Its own members all: one named `__proto__` is set, not taken for the prototype.
      copy ??= { ...members }
      copy[name] = shown
    }
  }
  return copy ?? members
}

function redactMember(name: string, member: unknown, label: Label): unknown {
  if (typeof member !== 'string') return redactData(member, label)
  const kind = kindOfMember(name)
  return kind ? label(kind, member) : redactText(member, label)
}

/** In any case of letters. Nearly every member has a name that one of before had. */
function kindOfMember(name: string): string | undefined {
  const known = kindByName.get(name)
  if (known !== undefined) return known || undefined
  const kind = sensitiveFields.get(name.toLowerCase())
  if (kindByName.size >= namesRemembered) kindByName.clear()
  kindByName.set(name, kind ?? '')
  return kind
}

const namesRemembered = 4096
/** Empty for a name that holds no secret. */
const kindByName = new Map<string, string>()
