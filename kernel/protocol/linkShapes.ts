/** All shapes of a table, linked. Shapes refer to themselves (a tree in a tree): first the objects, then what they point at. */
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
  Bounds,
  ListShape,
  MapShape,
  ScalarShape,
  ServiceModel,
  StructureShape,
} from './model.ts'
import { compilePattern } from './pattern.ts'

type Writable<T> = { -readonly [K in keyof T]: T[K] }
export type Shapes = ReadonlyMap<string, LinkedShape>

const scalarTypes: readonly ScalarShape['type'][] = [
  ...(['string', 'boolean', 'integer', 'long', 'float', 'double'] as const),
  ...(['blob', 'timestamp', 'document'] as const),
]

export function createShapes(model: ServiceModel): Shapes {
  const named = Object.entries(model.shapes)
  const shapes = new Map<string, LinkedShape>(
    scalarTypes.map((type) => [type, linkScalar(type, { type })] as const),
  )
  for (const [name, shape] of named) shapes.set(name, emptyShape(name, shape))
  for (const [name, shape] of named) fillShape(shapes.get(name)!, shape, { model, shapes })
  return shapes
}

function emptyShape(name: string, shape: ServiceModel['shapes'][string]): LinkedShape {
  switch (shape.type) {
    case 'structure':
      return emptyStructure(name)
    case 'list':
      return { type: 'list', name, of: unlinked, ...boundsOf(shape) }
    case 'map':
      return { type: 'map', name, key: unlinked, value: unlinked, ...boundsOf(shape) }
    default:
      return linkScalar(name, shape)
  }
}

const boundsOf = ({ min, max }: Bounds): LinkedBounds => ({ min, max })

function linkScalar(name: string, shape: ScalarShape): LinkedScalar {
  const { type, pattern } = shape
  return {
    type,
    name,
    ...boundsOf(shape),
    pattern: pattern === undefined ? undefined : { text: pattern, regexp: compilePattern(pattern) },
    enum: shape.enum && new Set(shape.enum),
  }
}

function emptyStructure(name: string): LinkedStructure {
  return {
    type: 'structure',
    name,
    members: [],
    ...placesOf([]),
    payload: undefined,
    ns: undefined,
  }
}

function fillShape(
  linked: LinkedShape,
  shape: ServiceModel['shapes'][string],
  linking: Linking,
): void {
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
