/** A refused value as AWS's Java shows it: quoted text, `[a, b]`, `Tag(key=a, value=b)`; nothing of a secret. */
import type { LinkedMember } from './linked.ts'

export const shownValue = (member: LinkedMember, value: unknown): string =>
  member.sensitive ? '' : `'${javaText(member, value)}'`

/** The text with which Java's AWS SDKs print a sensitive field of an object. */
const redacted = '***Sensitive Data Redacted***'

function javaText(member: LinkedMember, value: unknown): string {
  const { shape } = member
  if (member.sensitive) return redacted
  if (shape.type === 'list')
    return `[${(value as unknown[]).map((item) => javaText(shape.of, item)).join(', ')}]`
  if (shape.type === 'structure') {
    const values = value as Readonly<Record<string, unknown>>
    const given = shape.members.filter(({ name }) => values[name] !== undefined)
    const fields = given.map((part) => `${part.path}=${javaText(part, values[part.name])}`)
    return `${shape.name}(${fields.join(', ')})`
  }
  if (shape.type !== 'map') return value instanceof Date ? value.toISOString() : String(value)
  const entries = Object.entries(value as Readonly<Record<string, unknown>>)
  return `{${entries.map(([key, item]) => `${key}=${javaText(shape.value, item)}`).join(', ')}}`
}
