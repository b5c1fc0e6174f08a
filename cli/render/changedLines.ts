/** What an attacker changed in a request, before and after; of long values the place where they part. */
import { printable } from '#i18n/printable.ts'
import type { ChangedPart } from '#scenarios/engine/changedParts.ts'
import type { Look } from './look.ts'

/** So much of what both begin with is shown before the difference. */
const lead = 8

export function changedLines(parts: readonly ChangedPart[], look: Look, indent: string): string[] {
  return parts.flatMap(({ part, before, after }) => [
    `${indent}${printable(part)}`,
    `${indent}- ${shown(before, after, look, indent)}`,
    `${indent}+ ${shown(after, before, look, indent)}`,
  ])
}

function shown(
  value: string | undefined,
  other: string | undefined,
  { texts, symbols, width }: Look,
  indent: string,
): string {
  if (value === undefined) return texts.attacks.changedAbsent
  if (value === '') return texts.attacks.changedEmpty
  const room = Math.max(lead * 2, width - indent.length - lead)
  if (value.length <= room) return printable(value)
  const start = Math.max(0, Math.min(parting(value, other ?? '') - lead, value.length - room))
  const end = start + room
  const head = start > 0 ? symbols.cut : ''
  const tail = end < value.length ? symbols.cut : ''
  return `${head}${printable(value.slice(start, end))}${tail}`
}

function parting(value: string, other: string): number {
  let at = 0
  while (at < value.length && value[at] === other[at]) at++
  return at
}
