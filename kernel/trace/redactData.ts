/** Plain data with its sensitive members replaced, as deep as it goes. */
import { redactSigned } from './redactText.ts'
import type { Label } from './secretLabels.ts'
import { sensitiveFields } from './sensitiveNames.ts'

export function redactData<T>(value: T, label: Label): T {
  return redacted(value, label, undefined) as T
}

/** `kind`: of the secret that strings here are, where the member's name says so. */
function redacted(value: unknown, label: Label, kind: string | undefined): unknown {
  if (typeof value === 'string') return kind ? label(kind, value) : redactSigned(value, label)
  if (Array.isArray(value)) return value.map((item) => redacted(item, label, kind))
  if (value === null || typeof value !== 'object') return value
  if (value instanceof Date) return value
  if (value instanceof Uint8Array) return `${value.byteLength} bytes`
  const members = Object.entries(value).map(([name, member]) => [
    name,
    redacted(member, label, sensitiveFields.get(name.toLowerCase())),
  ])
  return Object.fromEntries(members)
}
