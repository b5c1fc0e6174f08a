/** Values of a shape out of a JSON body. */
import { isUtf8 } from 'node:buffer'
import { BadValue } from '../badValue.ts'
import type { LinkedList, LinkedMap, LinkedMember, LinkedStructure } from '../linked.ts'
import { isWithin, readBase64 } from '../scalar.ts'
import { readTimestamp } from '../timestamp.ts'

/** Only shapes that hold themselves get deep; nothing else of the body is walked. */
const maxDepth = 32

type Values = Record<string, unknown>

/** An empty body is an empty object: REST clients send none where no member goes into it. */
export function readJson(structure: LinkedStructure, body: Buffer): Values {
  return body.length === 0 ? {} : readStructure(structure, parseObject(body), 1)
}

function parseObject(body: Buffer): Values {
  if (!isUtf8(body)) throw bad('the body is not UTF-8')
  try {
    return asObject(JSON.parse(body.toString('utf8')))
  } catch (error) {
    throw error instanceof BadValue ? error : bad('the body is not JSON')
  }
}

/** Members of the body only; names that the shape does not know are ignored, as AWS does. */
function readStructure(structure: LinkedStructure, json: unknown, depth: number): Values {
  if (depth > maxDepth) throw bad(`more than ${maxDepth} levels`)
  const given = asObject(json)
  const value: Values = {}
  for (const member of structure.body) {
    const item = Object.hasOwn(given, member.wire) ? given[member.wire] : undefined
    if (item !== undefined && item !== null) value[member.name] = readMember(member, item, depth)
  }
  return value
}

function readMember(member: LinkedMember, json: unknown, depth: number): unknown {
  const { shape } = member
  switch (shape.type) {
    case 'structure':
      return readStructure(shape, json, depth + 1)
    case 'list':
      return readList(shape, json, depth + 1)
    case 'map':
      return readMap(shape, json, depth + 1)
    case 'document':
      return json
    default:
      return readScalar(member, json) ?? refuse(member, json)
  }
}

function readList(list: LinkedList, json: unknown, depth: number): unknown[] {
  if (depth > maxDepth) throw bad(`more than ${maxDepth} levels`)
  if (!Array.isArray(json)) throw bad('a list is expected')
  return json.map((item) => readMember(list.of, item, depth))
}

function readMap(map: LinkedMap, json: unknown, depth: number): Values {
  if (depth > maxDepth) throw bad(`more than ${maxDepth} levels`)
  const value: Values = Object.create(null)
  for (const [key, item] of Object.entries(asObject(json)))
    if (item !== null) value[key] = readMember(map.value, item, depth)
  return value
}

/** Undefined where the JSON type is not the shape's. */
function readScalar(member: LinkedMember, json: unknown): unknown {
  switch (member.shape.type) {
    case 'string':
      return typeof json === 'string' ? json : undefined
    case 'boolean':
      return typeof json === 'boolean' ? json : undefined
    case 'blob':
      return typeof json === 'string' ? readBase64(json) : undefined
    case 'timestamp':
      return isText(json) ? readTimestamp(member.format, String(json)) : undefined
    case 'integer':
    case 'long':
      return typeof json === 'number' && isWithin(member, json) ? json : undefined
    default:
      return typeof json === 'number' ? json : undefined
  }
}

const isText = (json: unknown): boolean => typeof json === 'number' || typeof json === 'string'

function asObject(json: unknown): Values {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw bad('an object is expected')
  return json as Values
}

/** As Coral's parser says it: `NUMBER_VALUE can not be converted to a String`. */
function refuse(member: LinkedMember, json: unknown): never {
  const given = Array.isArray(json) ? 'ARRAY' : typeof json
  throw bad(
    `${given.toUpperCase()}_VALUE can not be converted to ${javaTypes[member.shape.type] ?? 'its type'}`,
    member.wire,
  )
}

const javaTypes: Readonly<Record<string, string>> = {
  string: 'a String',
  boolean: 'a Boolean',
  integer: 'an Integer',
  long: 'a Long',
  float: 'a Float',
  double: 'a Double',
  blob: 'a ByteBuffer',
  timestamp: 'milliseconds since epoch',
}

const bad = (problem: string, name = ''): BadValue => new BadValue({ kind: 'body', problem, name })
