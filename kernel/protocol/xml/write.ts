/** A value of a shape as XML: a string writer that walks the shape. The order of elements is the model's. */
import type { LinkedList, LinkedMap, LinkedMember, LinkedStructure } from '../linked.ts'
import { writeText } from '../scalar.ts'
import { escapeAttribute, escapeText } from './escape.ts'
import type { Level } from './level.ts'

type Values = Readonly<Record<string, unknown>>

/** `<name attributes>` around content that begins with its own pad; `<name/>` where there is none. */
export function wrap(name: string, attributes: string, content: string, { pad }: Level): string {
  if (content === '') return `${pad}<${name}${attributes}/>`
  return `${pad}<${name}${attributes}>${content}${pad}</${name}>`
}

export function writeElement(name: string, text: string, { pad }: Level): string {
  return `${pad}<${name}>${escapeText(text)}</${name}>`
}

/** The structure as an element of this name. */
export function writeXml(
  name: string,
  attributes: string,
  structure: LinkedStructure,
  value: unknown,
  level: Level,
): string {
  const values = value as Values
  const own = attributes + writeAttributes(structure, values)
  return wrap(name, own, writeMembers(structure, values, level.deeper), level)
}

export function writeMembers(structure: LinkedStructure, values: Values, level: Level): string {
  let out = ''
  for (const member of structure.body) {
    const value = values[member.name]
    if (value !== undefined && value !== null) out += writeMember(member, value, level)
  }
  return out
}

function writeAttributes(structure: LinkedStructure, values: Values): string {
  let out = structure.ns ? namespace(structure.ns) : ''
  for (const member of structure.attributes) {
    const value = values[member.name]
    if (value === undefined || value === null) continue
    out += ` ${member.wire}="${escapeAttribute(writeText(member, value, 'milliseconds'))}"`
  }
  return out
}

export function namespace([prefix, uri]: readonly [prefix: string, uri: string]): string {
  return ` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${escapeAttribute(uri)}"`
}

function writeMember(member: LinkedMember, value: unknown, level: Level): string {
  const { shape, wire } = member
  switch (shape.type) {
    case 'structure':
      return writeXml(wire, '', shape, value, level)
    case 'list':
      return writeList(member, shape, value as readonly unknown[], level)
    case 'map':
      return writeMap(member, shape, value as Values, level)
    default:
      return writeElement(wire, writeText(member, value, level.dates), level)
  }
}

function writeList(
  member: LinkedMember,
  list: LinkedList,
  items: readonly unknown[],
  level: Level,
): string {
  const inner = member.flat ? level : level.deeper
  const item: LinkedMember = member.flat
    ? Object.assign({}, list.of, { wire: member.wire })
    : list.of
  let out = ''
  for (const each of items) out += writeMember(item, each, inner)
  return member.flat ? out : wrap(member.wire, '', out, level)
}

function writeMap(member: LinkedMember, map: LinkedMap, values: Values, level: Level): string {
  const inner = member.flat ? level : level.deeper
  const name = member.flat ? member.wire : 'entry'
  let out = ''
  for (const [key, value] of Object.entries(values)) {
    const pair = inner.deeper
    const content = writeElement(map.key.wire, key, pair) + writeMember(map.value, value, pair)
    out += wrap(name, '', content, inner)
  }
  return member.flat ? out : wrap(member.wire, '', out, level)
}
