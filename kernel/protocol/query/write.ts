/** A structure as the pairs of a form: what a client of a query API sends. */
import { percentEncode } from '../form.ts'
import type { LinkedMember, LinkedStructure } from '../linked.ts'
import { writeText } from '../scalar.ts'

type Values = Readonly<Record<string, unknown>>

/** `name=value` pairs, encoded. */
export function writeQuery(structure: LinkedStructure, input: unknown, prefix = ''): string[] {
  const values = input as Values
  return structure.members.flatMap((member) => {
    const value = values[member.name]
    if (value === undefined || value === null) return []
    return writeMember(member, value, prefix + member.param)
  })
}

function writeMember(member: LinkedMember, value: unknown, name: string): string[] {
  const { shape, segment } = member
  const base = segment === undefined ? name : `${name}.${segment}`
  switch (shape.type) {
    case 'structure':
      return writeQuery(shape, value, `${name}.`)
    case 'list':
      return writeItems(value as readonly unknown[], name, (item, at) =>
        writeMember(shape.of, item, `${base}.${at}`),
      )
    case 'map':
      return writeItems(Object.entries(value as Values), name, ([key, item], at) => [
        ...writeMember(shape.key, key, `${base}.${at}.${shape.key.param}`),
        ...writeMember(shape.value, item, `${base}.${at}.${shape.value.param}`),
      ])
    default:
      return [pair(name, writeText(member, value, 'milliseconds'))]
  }
}

/** An empty list is sent as the bare name, else it would be no list at all. */
function writeItems<T>(
  items: readonly T[],
  name: string,
  write: (item: T, at: number) => string[],
): string[] {
  if (items.length === 0) return [pair(name, '')]
  return items.flatMap((item, index) => write(item, index + 1))
}

const pair = (name: string, value: string): string =>
  `${percentEncode(name)}=${percentEncode(value)}`
