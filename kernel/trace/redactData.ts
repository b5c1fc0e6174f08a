/** Plain data with its sensitive members replaced, as deep as it goes. */
import { redactSigned } from './redactText.ts'
import type { Label } from './secretLabels.ts'
import { sensitiveFields } from './sensitiveNames.ts'

export function redactData<T>(value: T, label: Label): T {
  return redacted(value, label, undefined) as T
}

/** `kind`: of the secret that strings here are, where the member's name says so. What holds none stays the same object. */
function redacted(value: unknown, label: Label, kind: string | undefined): unknown {
  if (typeof value === 'string') return kind ? label(kind, value) : redactSigned(value, label)
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return redactedItems(value, label, kind)
  if (value instanceof Date) return value
  if (value instanceof Uint8Array) return `${value.byteLength} bytes`
  return redactedMembers(value as Record<string, unknown>, label)
}

function redactedItems(
  items: readonly unknown[],
  label: Label,
  kind: string | undefined,
): readonly unknown[] {
  let copy: unknown[] | undefined
  for (let i = 0; i < items.length; i++) {
    const shown = redacted(items[i], label, kind)
    if (shown === items[i]) continue
    copy ??= [...items]
    copy[i] = shown
  }
  return copy ?? items
}

function redactedMembers(
  members: Readonly<Record<string, unknown>>,
  label: Label,
): Readonly<Record<string, unknown>> {
  let copy: Record<string, unknown> | undefined
  for (const name of Object.keys(members)) {
    const member = members[name]
    const shown = redacted(member, label, kindOf(name))
    if (shown === member) continue
    // Its own members all: one named `__proto__` is replaced, not taken for the prototype.
    copy ??= { ...members }
    copy[name] = shown
  }
  return copy ?? members
}

/** In any case of letters. Nearly every member has a name that was met before. */
function kindOf(name: string): string | undefined {
  const known = kinds.get(name)
  if (known !== undefined) return known || undefined
  const kind = sensitiveFields.get(name.toLowerCase())
  if (kinds.size >= namesRemembered) kinds.clear()
  kinds.set(name, kind ?? '')
  return kind
}

const namesRemembered = 4096
/** By name; empty where it is no secret's. */
const kinds = new Map<string, string>()
