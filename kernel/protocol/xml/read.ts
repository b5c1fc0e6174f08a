/** Values of a shape out of an XML tree: bodies of REST-XML requests, and answers in the client direction. */
import { BadValue } from '../badValue.ts'
import type { LinkedList, LinkedMap, LinkedMember, LinkedStructure } from '../linked.ts'
import { readText } from '../scalar.ts'
import type { XmlElement } from './tree.ts'

/**
 * What the shape does not know: a service refuses it ("did not validate against our published schema"),
 * a client ignores it, since a newer service may say more.
 */
export type Unknowns = 'refuse' | 'ignore'

type Values = Record<string, unknown>

export function readXml(
  structure: LinkedStructure,
  element: XmlElement,
  unknowns: Unknowns,
): Values {
  const value: Values = {}
  for (const member of structure.attributes) {
    const text = element.attributes[member.wire]
    if (text !== undefined) value[member.name] = readText(member, text)
  }
  for (const child of element.children) {
    const member = structure.byWire.get(child.name)
    if (member) addMember(value, member, child, unknowns)
    else refuse(unknowns, `element ${child.name} is not known in ${structure.name}`)
  }
  if (element.text.trim() !== '') refuse(unknowns, `text between the parts of ${structure.name}`)
  return value
}

function addMember(
  value: Values,
  member: LinkedMember,
  element: XmlElement,
  unknowns: Unknowns,
): void {
  const { name, flat, shape } = member
  if (flat && shape.type === 'list') {
    value[name] ??= []
    ;(value[name] as unknown[]).push(readMember(shape.of, element, unknowns))
    return
  }
  if (flat && shape.type === 'map') {
    value[name] ??= Object.create(null)
    addEntry(value[name] as Values, shape, element, unknowns)
    return
  }
  if (Object.hasOwn(value, name)) refuse(unknowns, `element ${element.name} stands twice`)
  value[name] = readMember(member, element, unknowns)
}

function readMember(member: LinkedMember, element: XmlElement, unknowns: Unknowns): unknown {
  const { shape } = member
  switch (shape.type) {
    case 'structure':
      return readXml(shape, element, unknowns)
    case 'list':
      return readList(shape, element, unknowns)
    case 'map':
      return readMap(shape, element, unknowns)
    default:
      if (element.children.length > 0) throw bad(`element ${element.name} has parts, not a value`)
      return readText(member, element.text)
  }
}

function readList(list: LinkedList, element: XmlElement, unknowns: Unknowns): unknown[] {
  return element.children.flatMap((child) => {
    if (child.name === list.of.wire) return [readMember(list.of, child, unknowns)]
    refuse(unknowns, `element ${child.name} is not known in a list of ${list.of.wire}`)
    return []
  })
}

function readMap(map: LinkedMap, element: XmlElement, unknowns: Unknowns): Values {
  const value: Values = Object.create(null)
  for (const entry of element.children) addEntry(value, map, entry, unknowns)
  return value
}

function addEntry(value: Values, map: LinkedMap, entry: XmlElement, unknowns: Unknowns): void {
  const key = entry.children.find(({ name }) => name === map.key.wire)
  const item = entry.children.find(({ name }) => name === map.value.wire)
  if (key && item) value[key.text] = readMember(map.value, item, unknowns)
  else refuse(unknowns, 'a map entry needs a key and a value')
}

function refuse(unknowns: Unknowns, problem: string): void {
  if (unknowns === 'refuse') throw bad(problem)
}

const bad = (problem: string): BadValue => new BadValue({ kind: 'body', problem })
