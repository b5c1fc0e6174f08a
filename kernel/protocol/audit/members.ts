/** Most services: members with their first letter lowered, dates as Java prints them in the US. */
import type { LinkedMember, LinkedStructure } from '../linked.ts'
import { type AuditPolicy, audited } from './rules.ts'

type Values = Readonly<Record<string, unknown>>

export function auditMembers(
  structure: LinkedStructure,
  values: Values,
  policy: AuditPolicy,
): Values {
  const view: Record<string, unknown> = {}
  for (const member of structure.members) {
    const value = values[member.name]
    if (value === undefined || value === null) continue
    const shown = audited(member, member.path, policy, () => auditValue(member, value, policy))
    if (shown !== undefined) view[member.path] = shown
  }
  return view
}

function auditValue(member: LinkedMember, value: unknown, policy: AuditPolicy): unknown {
  const { shape } = member
  switch (shape.type) {
    case 'structure':
      return auditMembers(shape, value as Values, policy)
    case 'list':
      return (value as readonly unknown[]).map((item) =>
        shape.of.sensitive ? policy.mask : auditValue(shape.of, item, policy),
      )
    case 'map':
      return Object.fromEntries(
        Object.entries(value as Values).map(([key, item]) => [
          key,
          shape.value.sensitive ? policy.mask : auditValue(shape.value, item, policy),
        ]),
      )
    case 'timestamp':
      return auditDate(value as Date)
    default:
      return value
  }
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Jul 1, 2026, 12:08:19 PM`, in UTC. */
export function auditDate(date: Date): string {
  const day = `${months[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`
  const hours = date.getUTCHours()
  const [minutes, seconds] = [date.getUTCMinutes(), date.getUTCSeconds()].map(twoDigits)
  return `${day}, ${hours % 12 || 12}:${minutes}:${seconds} ${hours < 12 ? 'AM' : 'PM'}`
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')
