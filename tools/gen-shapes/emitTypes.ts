/** Writes the interfaces that handlers see: one a structure, one named type an enum, one map a service. */
import type {
  MemberRef,
  ScalarShape,
  ServiceModel,
  Shape,
  StructureShape,
} from '#kernel/protocol/model.ts'
import { emitKey, emitString } from './emitTable.ts'

const scalarType: Readonly<Record<ScalarShape['type'], string>> = {
  string: 'string',
  boolean: 'boolean',
  integer: 'number',
  long: 'number',
  float: 'number',
  double: 'number',
  blob: 'Uint8Array',
  timestamp: 'Date',
  document: 'unknown',
}

/** Types that the generated interfaces use themselves: no shape may hide them. */
const ownTypes: ReadonlySet<string> = new Set(['Date', 'Record', 'Uint8Array', 'ServiceModel'])

export function emitTypes(model: ServiceModel, prefix: string): string {
  const shown = Object.entries(model.shapes).filter(([, shape]) => !isError(shape))
  const enums = shown.flatMap(([name, shape]) => emitEnum(name, shape))
  const structures = shown.flatMap(([name, shape]) =>
    shape.type === 'structure' ? [emitStructure(name, shape, model)] : [],
  )
  return [...enums, ...structures, emitOperations(model, prefix)].join('\n')
}

const isError = (shape: Shape): boolean => shape.type === 'structure' && shape.error !== undefined

function emitEnum(name: string, shape: Shape): string[] {
  if (!('enum' in shape) || !shape.enum) return []
  const values = shape.enum.map(emitString)
  const line = `export type ${name} = ${values.join(' | ')}`
  return [line.length <= 100 ? `${line}\n` : `export type ${name} =\n${rows(values)}\n`]
}

const rows = (values: readonly string[]): string => values.map((value) => `  | ${value}`).join('\n')

function emitStructure(name: string, shape: StructureShape, model: ServiceModel): string {
  if (ownTypes.has(name)) throw new Error(`shape ${name} hides a type of the language`)
  const members = Object.entries(shape.members)
  if (members.length === 0) return `export type ${name} = Record<string, never>\n`
  const lines = members.map(([key, ref]) => {
    const type = emitType(ref, model)
    return shape.required?.includes(key)
      ? `  ${emitKey(key)}: ${type}`
      : `  ${emitKey(key)}?: ${type} | undefined`
  })
  return `export interface ${name} {\n${lines.join('\n')}\n}\n`
}

function emitType(ref: MemberRef, model: ServiceModel): string {
  const name = typeof ref === 'string' ? ref : ref.shape
  const shape = model.shapes[name]
  if (!shape) return scalarType[name as ScalarShape['type']]
  if (shape.type === 'structure') return name
  if (shape.type === 'list') return `${emitType(shape.of, model)}[]`
  if (shape.type === 'map') return `Record<string, ${emitType(shape.value, model)}>`
  return shape.enum ? name : scalarType[shape.type]
}

function emitOperations(model: ServiceModel, prefix: string): string {
  const lines = Object.entries(model.operations).map(([name, { input, output }]) => {
    const types = `input: ${input ?? 'Record<string, never>'}; output: ${output ?? 'void'}`
    return `  ${name}: { ${types} }`
  })
  return `export interface ${prefix}Operations {\n${lines.join('\n')}\n}\n`
}
