/**
 * The constraints of an API's model on a parsed input, refused in the words of AWS's (Java) framework:
 * `1 validation error detected: Value 'x' at 'roleSessionName' failed to satisfy constraint: …`.
 */
import { AwsError } from '#kernel/errors/awsError.ts'
import { elementWords } from './constraint.ts'
import type {
  LinkedApi,
  LinkedMap,
  LinkedMember,
  LinkedOperation,
  LinkedStructure,
} from './linked.ts'
import { shownValue } from './shownValue.ts'

export interface Violation {
  /** `tags.1.member.key`. */
  readonly path: string
  /** As the refusal shows it: quoted, `null`, or nothing where it is secret. */
  readonly shown: string
  /** `Member must not be null`. */
  readonly constraint: string
}

type Values = Readonly<Record<string, unknown>>

// SIMPLIFICATION: AWS tells all; a body full of bad list items would make the refusal many times its size.
const maxViolations = 100

/** Does nothing for services that have words of their own (`validationCode: null`): they use `violationsOf`. */
export function validate(api: LinkedApi, operation: LinkedOperation, input: unknown): void {
  const { validationCode } = api.traits
  if (validationCode === null) return
  const violations = violationsOf(operation, input)
  if (violations.length > 0)
    throw new AwsError({ code: validationCode, message: validationMessage(violations) })
}

export function validationMessage(violations: readonly Violation[]): string {
  const count = `${violations.length} validation error${violations.length === 1 ? '' : 's'}`
  const texts = violations.map(({ path, shown, constraint }) => {
    const value = shown === '' ? 'Value' : `Value ${shown}`
    return `${value} at '${path}' failed to satisfy constraint: ${constraint}`
  })
  return `${count} detected: ${texts.join('; ')}`
}

export function violationsOf({ input }: LinkedOperation, value: unknown): Violation[] {
  const found: Violation[] = []
  visitStructure(input, value as Values, '', found)
  return found
}

function visitStructure(
  structure: LinkedStructure,
  values: Values,
  prefix: string,
  found: Violation[],
): void {
  for (const member of structure.members) {
    const value = values[member.name]
    const path = prefix + member.path
    if (value !== undefined && value !== null) visitMember(member, value, path, found)
    else if (member.required) add(found, { path, shown: 'null', constraint: notNull })
  }
}

const notNull = 'Member must not be null'

function visitMember(member: LinkedMember, value: unknown, path: string, found: Violation[]): void {
  const { shape } = member
  for (const { holds, words } of shape.constraints)
    if (!holds(value)) add(found, { path, shown: shownValue(member, value), constraint: words })
  if (shape.type === 'structure') visitStructure(shape, value as Values, `${path}.`, found)
  if (shape.type === 'list') visitItems(member, shape.of, value as unknown[], path, found)
  if (shape.type === 'map') visitEntries(member, shape, value as Values, path, found)
}

/** Structures in a list are told one by one, scalars of a list all at once. */
function visitItems(
  list: LinkedMember,
  of: LinkedMember,
  items: readonly unknown[],
  path: string,
  found: Violation[],
): void {
  if (isScalar(of)) {
    visitScalars(list, of, items, { path, lead: 'Member', whole: items }, found)
    return
  }
  items.forEach((item, index) => {
    visitMember(of, item, `${path}.${index + 1}.member`, found)
  })
}

function visitEntries(
  map: LinkedMember,
  { key, value: of }: LinkedMap,
  values: Values,
  path: string,
  found: Violation[],
): void {
  const at = { path, whole: values }
  visitScalars(map, key, Object.keys(values), { ...at, lead: 'Map keys' }, found)
  if (isScalar(of)) {
    visitScalars(map, of, Object.values(values), { ...at, lead: 'Map value' }, found)
    return
  }
  for (const [name, item] of Object.entries(values))
    visitMember(of, item, `${path}.${name}.member`, found)
}

const isScalar = ({ shape }: LinkedMember): boolean =>
  shape.type !== 'structure' && shape.type !== 'list' && shape.type !== 'map'

interface Place {
  readonly path: string
  readonly lead: 'Member' | 'Map keys' | 'Map value'
  /** The list or map as a whole: that is what the refusal shows. */
  readonly whole: unknown
}

function visitScalars(
  holder: LinkedMember,
  of: LinkedMember,
  items: readonly unknown[],
  { path, lead, whole }: Place,
  found: Violation[],
): void {
  const { shape } = of
  if (items.every((item) => shape.constraints.every(({ holds }) => holds(item)))) return
  const constraint = `${lead} must satisfy constraint: [${elementWords(shape).join(', ')}]`
  add(found, { path, shown: shownValue(holder, whole), constraint })
}

function add(found: Violation[], violation: Violation): void {
  if (found.length < maxViolations) found.push(violation)
}
