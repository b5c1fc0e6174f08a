/** All shapes of a table, linked. Shapes refer to themselves (a tree in a tree): first the objects, then what they point at. */
import { constraintsOf } from './constraint.ts'
import type {
  LinkedBounds,
  LinkedList,
  LinkedMap,
  LinkedMember,
  LinkedScalar,
  LinkedShape,
  LinkedStructure,
  MemberPlace,
} from './linked.ts'
import { type Linking, linkMember } from './linkMember.ts'
import type {
  ListShape,
  MapShape,
  ScalarShape,
  ServiceModel,
  ServiceTraits,
  Shape,
  StructureShape,
} from './model.ts'
import { compilePattern } from './pattern.ts'

type Order = ServiceTraits['constraintOrder']
type Writable<T> = { -readonly [K in keyof T]: T[K] }
export type Shapes = ReadonlyMap<string, LinkedShape>

const scalarTypes: readonly ScalarShape['type'][] = [
  ...(['string', 'boolean', 'integer', 'long', 'float', 'double'] as const),
  ...(['blob', 'timestamp', 'document'] as const),
]

export function createShapes(model: ServiceModel, order: Order): Shapes {
  const named = Object.entries(model.shapes)
  const shapes = new Map<string, LinkedShape>(
    scalarTypes.map((type) => [type, linkScalar(type, { type }, order)] as const),
  )
  for (const [name, shape] of named) shapes.set(name, emptyShape(name, shape, order))
  for (const [name, shape] of named) fillShape(shapes.get(name)!, shape, { model, shapes })
  return shapes
}

function emptyShape(name: string, shape: Shape, order: Order): LinkedShape {
  switch (shape.type) {
    case 'structure':
      return emptyStructure(name)
    case 'list':
      return { type: 'list', name, of: unlinked, ...boundsOf(shape, order) }
    case 'map':
      return { type: 'map', name, key: unlinked, value: unlinked, ...boundsOf(shape, order) }
    default:
      return linkScalar(name, shape, order)
  }
}

function boundsOf(shape: ListShape | MapShape, order: Order): LinkedBounds {
  const { type, min, max } = shape
  return { min, max, constraints: constraintsOf({ type, min, max }, order) }
}

function linkScalar(name: string, shape: ScalarShape, order: Order): LinkedScalar {
  const { type, min, max, pattern } = shape
  const facts = {
    type,
    min,
    max,
    pattern: pattern === undefined ? undefined : { text: pattern, regexp: compilePattern(pattern) },
    enum: shape.enum && new Set(shape.enum),
  }
  return { ...facts, name, constraints: constraintsOf(facts, order) }
}

function emptyStructure(name: string): LinkedStructure {
  return {
    type: 'structure',
    name,
    members: [],
    constraints: [],
    ...placesOf([]),
    payload: undefined,
    ns: undefined,
  }
}

function fillShape(linked: LinkedShape, shape: Shape, linking: Linking): void {
  if (linked.type === 'structure') fillStructure(linked, shape as StructureShape, linking)
  if (linked.type === 'list') {
    const { of } = shape as ListShape
    ;(linked as Writable<LinkedList>).of = linkMember('', of, 'member', linking)
  }
  if (linked.type === 'map') {
    const { key, value } = shape as MapShape
    ;(linked as Writable<LinkedMap>).key = linkMember('', key, 'key', linking)
    ;(linked as Writable<LinkedMap>).value = linkMember('', value, 'value', linking)
  }
}

function fillStructure(
  linked: Writable<LinkedStructure>,
  shape: StructureShape,
  linking: Linking,
): void {
  const required = new Set(shape.required)
  const members = Object.entries(shape.members).map(([name, ref]) => ({
    ...linkMember(name, ref, name, linking),
    required: required.has(name),
  }))
  linked.members = members
  linked.payload = members.find(({ name }) => name === shape.payload)
  linked.ns = shape.ns
  Object.assign(linked, placesOf(members.filter((member) => member !== linked.payload)))
}

function placesOf(members: readonly LinkedMember[]) {
  const at = (place: MemberPlace) => members.filter((member) => member.place === place)
  const body = at('body')
  return {
    body,
    attributes: at('attribute'),
    headers: at('header'),
    prefixes: at('prefix'),
    queries: at('query'),
    statusCode: at('status')[0],
    byWire: new Map(body.map((member) => [member.wire, member])),
  }
}

/** Input or output of an operation that takes or gives nothing. */
export const nothing = emptyStructure('Unit')

/** Stands where a reference is not filled yet; nobody sees it once the table is linked. */
const unlinked: LinkedMember = {
  name: '',
  path: '',
  wire: '',
  param: '',
  segment: undefined,
  place: 'body',
  bound: '',
  boundKey: '',
  shape: nothing,
  required: false,
  flat: false,
  stream: false,
  sensitive: false,
  format: 'iso8601',
  ns: undefined,
}
