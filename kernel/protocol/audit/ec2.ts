/** EC2: wire names; lists as `{ items: [...] }`, an empty one as `{}`; `return` as `_return`. */
import type { LinkedMember, LinkedStructure } from '../linked.ts'
import { auditDate } from './members.ts'
import { type AuditPolicy, audited } from './rules.ts'

type Values = Readonly<Record<string, unknown>>

export function auditEc2(structure: LinkedStructure, values: Values, policy: AuditPolicy): Values {
  const view: Record<string, unknown> = {}
  for (const member of structure.members) {
    const value = values[member.name]
    if (value === undefined || value === null) continue
    const name = member.wire === 'return' ? '_return' : member.wire
    const shown = audited(member, name, policy, () => auditValue(member, value, policy))
    if (shown !== undefined) view[name] = shown
  }
  return view
}

function auditValue(member: LinkedMember, value: unknown, policy: AuditPolicy): unknown {
  const { shape } = member
  if (shape.type === 'structure') return auditEc2(shape, value as Values, policy)
  if (shape.type === 'timestamp') return auditDate(value as Date)
  if (shape.type !== 'list') return value
  const items = (value as readonly unknown[]).map((item) => auditValue(shape.of, item, policy))
  return items.length > 0 ? { items } : {}
}
