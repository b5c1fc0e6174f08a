/** Turns a table's names into objects, once at start: a request walks ready-made shapes and looks nothing up. */
import type { LinkedApi, LinkedMember, LinkedOperation, LinkedStructure } from './linked.ts'
import { createShapes, nothing, type Shapes } from './linkShapes.ts'
import type { OperationShape, ServiceModel, ServiceTraits } from './model.ts'
import { buildRoutes, parsePath } from './rest/route.ts'

export type * from './linked.ts'

export function linkApi(model: ServiceModel, traits: ServiceTraits): LinkedApi {
  const shapes = createShapes(model, traits.constraintOrder)
  const operations = Object.entries(model.operations).map(
    ([name, shape]) => [name, linkOperation(name, shape, model, shapes)] as const,
  )
  const errors = Object.entries(model.shapes).flatMap(([name, shape]) => {
    if (shape.type !== 'structure' || !shape.error) return []
    return [[shape.error.code, structureOf(shapes, name)] as const]
  })
  const isRest = model.protocol.startsWith('rest')
  return {
    model,
    traits,
    operations: new Map(operations),
    errors: new Map(errors),
    routes: buildRoutes(isRest ? model.known : {}),
  }
}

function linkOperation(
  name: string,
  shape: OperationShape,
  model: ServiceModel,
  shapes: Shapes,
): LinkedOperation {
  const [method = '', uri = ''] = shape.http.split(' ')
  const path = parsePath(uri.split('?')[0] ?? '')
  const input = structureOf(shapes, shape.input)
  return {
    name,
    method,
    path,
    labels: path.flatMap((segment) => ('label' in segment ? labelOf(segment.label, input) : [])),
    input,
    output: structureOf(shapes, shape.output),
    wrapper: shape.wrapper,
    root: shape.root,
    unwrapped: shape.unwrapped === true,
    status: shape.status ?? 200,
    unsigned: shape.unsigned === true,
    errors: (shape.errors ?? []).map((error) => codeOf(error, model)),
  }
}

function labelOf(label: string, { name, members }: LinkedStructure): LinkedMember {
  const member = members.find(({ place, bound }) => place === 'uri' && bound === label)
  if (!member) throw new Error(`INVARIANT: ${name} has no member for {${label}}`)
  return member
}

function structureOf(shapes: Shapes, name: string | undefined): LinkedStructure {
  const shape = name === undefined ? nothing : shapes.get(name)
  if (shape?.type !== 'structure') throw new Error(`INVARIANT: ${name} is no structure`)
  return shape
}

function codeOf(name: string, model: ServiceModel): string {
  const shape = model.shapes[name]
  return (shape?.type === 'structure' && shape.error?.code) || name
}
