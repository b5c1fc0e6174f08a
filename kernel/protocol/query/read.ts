/** Input of the query protocols: `Tags.member.2.Key=…`, a tree written as dotted names (awsQuery, ec2Query). */
import { BadValue } from '../badValue.ts'
import type { LinkedList, LinkedMap, LinkedMember, LinkedStructure } from '../linked.ts'
import { readText } from '../scalar.ts'

interface Node {
  text: string | undefined
  /** A Map: names are the client's, `__proto__` is one like any other. */
  children: Map<string, Node> | undefined
}

/** Deeper than any shape of AWS. */
const maxDepth = 24

/** Parameters that the shape does not know are left alone, as AWS does (`Action`, `Version`, `X-Amz-…`). */
export function readQuery(
  structure: LinkedStructure,
  pairs: readonly (readonly [name: string, value: string])[],
): Record<string, unknown> {
  const root: Node = { text: undefined, children: undefined }
  for (const [name, value] of pairs) plant(root, name, value)
  return readStructure(structure, root)
}

function plant(root: Node, name: string, value: string): void {
  let node = root
  let from = 0
  for (let depth = 0; from <= name.length; depth++) {
    if (depth === maxDepth) throw bad(`a parameter's name is more than ${maxDepth} levels deep`)
    const dot = name.indexOf('.', from)
    const end = dot < 0 ? name.length : dot
    node = childOf(node, name.slice(from, end))
    from = end + 1
  }
  node.text ??= value
}

function childOf(node: Node, name: string): Node {
  node.children ??= new Map()
  const found = node.children.get(name)
  if (found) return found
  const made: Node = { text: undefined, children: undefined }
  node.children.set(name, made)
  return made
}

function readStructure(structure: LinkedStructure, node: Node): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  if (!node.children) return value
  for (const member of structure.members) {
    const child = node.children.get(member.param)
    if (child) value[member.name] = readMember(member, child)
  }
  return value
}

function readMember(member: LinkedMember, node: Node): unknown {
  const { shape } = member
  switch (shape.type) {
    case 'structure':
      return readStructure(shape, node)
    case 'list':
      return readList(shape, within(member, node))
    case 'map':
      return readMap(shape, within(member, node))
    default:
      return readScalar(member, node)
  }
}

/** The node that holds the indexes: `Tags.member`, or `Tags` itself where the list is flat. */
function within({ segment }: LinkedMember, node: Node): Node | undefined {
  if (node.text !== undefined && node.text !== '') throw bad('a value stands where a list starts')
  return segment === undefined ? node : node.children?.get(segment)
}

function readScalar(member: LinkedMember, node: Node): unknown {
  if (node.text === undefined) throw bad('start of a structure found where a value is expected')
  return readText(member, node.text)
}

/** `Tags=` is an empty list (botocore); indexes count by their value, not by their order on the wire. */
function readList(list: LinkedList, node: Node | undefined): unknown[] {
  return indexed(node).map((child) => readMember(list.of, child))
}

function indexed(node: Node | undefined): Node[] {
  const rows = [...(node?.children ?? [])].map(([index, child]) => ({ at: indexOf(index), child }))
  return rows.sort((a, b) => a.at - b.at).map(({ child }) => child)
}

function indexOf(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw bad('a list index is not a number')
  return Number(text)
}

function readMap(map: LinkedMap, node: Node | undefined): Record<string, unknown> {
  const value: Record<string, unknown> = Object.create(null)
  for (const entry of indexed(node)) {
    const key = entry.children?.get(map.key.param)
    const item = entry.children?.get(map.value.param)
    if (!key || !item) throw bad('a map entry needs a key and a value')
    value[String(readScalar(map.key, key))] = readMember(map.value, item)
  }
  return value
}

const bad = (problem: string): BadValue => new BadValue({ kind: 'body', problem })
