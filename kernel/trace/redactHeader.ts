/** A header's value as a recording may keep it. */
import { redactPairs } from './redactText.ts'
import type { Label } from './secretLabels.ts'
import { sensitiveHeaders } from './sensitiveNames.ts'

export function redactHeader(name: string, value: string, label: Label): string {
  const lower = name.toLowerCase()
  switch (lower) {
    case 'authorization':
      // A signature is the lesson; a bearer token, or a password, is not.
      return value.startsWith('AWS') ? value : label('authorization', value)
    case 'location':
    case 'referer':
      return redactPairs(value, label)
    case 'cookie':
    case 'set-cookie':
      return redactCookies(value, label)
    default: {
      const kind = sensitiveHeaders.get(lower)
      return kind ? label(kind, value) : value
    }
  }
}

/** Names and attributes stay: which cookie was set, and how, is part of the lesson. */
function redactCookies(value: string, label: Label): string {
  return value
    .split(/; */)
    .map((part, index) => {
      const [name, ...rest] = part.split('=')
      const isAttribute = index > 0 && cookieAttributes.has(name!.toLowerCase())
      if (rest.length === 0 || isAttribute) return part
      return `${name}=${label('cookie', rest.join('='))}`
    })
    .join('; ')
}

const cookieAttributes = new Set(['path', 'domain', 'expires', 'max-age', 'samesite'])
