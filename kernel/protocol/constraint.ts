/** The constraints of one shape, made when the table is linked: what they ask, and how AWS says it. */
import type { LinkedPattern } from './linked.ts'
import type { ServiceTraits, Shape } from './model.ts'

export interface Constraint {
  readonly words: string
  readonly holds: (value: unknown) => boolean
}

/** What constrains a shape; a structure has nothing of it. */
export interface Constrained {
  readonly type: Shape['type']
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly pattern?: LinkedPattern | undefined
  readonly enum?: ReadonlySet<string> | undefined
}

type Kind = ServiceTraits['constraintOrder'][number]

/** Every kind is checked, those that the service's order does not name last. */
export function constraintsOf(shape: Constrained, order: readonly Kind[]): Constraint[] {
  const kinds = new Set([...order, ...elementOrder])
  return [...kinds].flatMap((kind) => makers[kind](shape))
}

/** All that is asked of a list's element, as AWS lists it there: upper bound first, then the pattern. */
export function elementWords(shape: Constrained): string[] {
  return elementOrder.flatMap((kind) =>
    makers[kind](shape)
      .map(({ words }) => words)
      .reverse(),
  )
}

const elementOrder = ['length', 'range', 'pattern', 'enum'] as const

const makers: Readonly<Record<Kind, (shape: Constrained) => Constraint[]>> = {
  pattern: patternOf,
  enum: enumOf,
  range: (shape) => (isNumeric(shape) ? boundsOf(shape, 'value', Number) : []),
  length: (shape) => (isNumeric(shape) ? [] : boundsOf(shape, 'length', lengthOf)),
}

const isNumeric = ({ type }: Constrained): boolean =>
  type === 'integer' || type === 'long' || type === 'float' || type === 'double'

function patternOf({ pattern }: Constrained): Constraint[] {
  if (!pattern) return []
  const words = `Member must satisfy regular expression pattern: ${pattern.text}`
  return [{ words, holds: (value) => pattern.regexp.test(String(value)) }]
}

function enumOf({ enum: values }: Constrained): Constraint[] {
  if (!values) return []
  const words = `Member must satisfy enum value set: [${[...values].join(', ')}]`
  return [{ words, holds: (value) => values.has(String(value)) }]
}

function boundsOf(
  { min, max }: Constrained,
  what: 'value' | 'length',
  measure: (value: unknown) => number,
): Constraint[] {
  const found: Constraint[] = []
  const words = (relation: string, limit: number) =>
    `Member must have ${what} ${relation} than or equal to ${limit}`
  if (min !== undefined)
    found.push({ words: words('greater', min), holds: (value) => measure(value) >= min })
  if (max !== undefined)
    found.push({ words: words('less', max), holds: (value) => measure(value) <= max })
  return found
}

/** Text counts in code points, as Smithy says; bytes, items and entries one by one. */
function lengthOf(value: unknown): number {
  if (typeof value === 'string')
    return value.length - (value.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0)
  if (Array.isArray(value) || value instanceof Uint8Array) return value.length
  return Object.keys(value as object).length
}
