/** One statement: its elements, each as one value or a list, and of each pair (`Action`, `NotAction`) only one. */
import { operatorReference } from '../conditions/operatorReference.ts'
import type { PolicyKind } from '../policy.ts'
import { malformedPolicy } from './malformedPolicy.ts'
import type { RawCondition, RawElement, RawStatement } from './rawPolicy.ts'
import { readObject, readOptionalString, readScalars, readStrings } from './readJson.ts'
import { readPrincipals } from './readPrincipals.ts'

const ELEMENTS = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
])

type Elements = Readonly<Record<string, unknown>>

export function readStatement(json: unknown, kind: PolicyKind): RawStatement {
  const elements = readObject(json, ELEMENTS, kind)
  return {
    sid: readOptionalString(elements['Sid'], kind),
    effect: readEffect(elements['Effect'], kind),
    principal: readEither(elements, 'Principal', readPrincipals, kind),
    action: readEither(elements, 'Action', readStrings, kind),
    resource: readEither(elements, 'Resource', readStrings, kind),
    conditions: readConditions(elements['Condition'], kind),
  }
}

const EFFECTS = new Set(['allow', 'deny'])

function readEffect(value: unknown, kind: PolicyKind): string {
  if (value === undefined) throw malformedPolicy('missingEffect', kind)
  if (typeof value !== 'string') throw malformedPolicy('wrongType', kind)
  if (!EFFECTS.has(value.toLowerCase())) throw malformedPolicy('effect', kind, value)
  return value
}

function readEither<T>(
  elements: Elements,
  name: string,
  read: (value: unknown, kind: PolicyKind) => T,
  kind: PolicyKind,
): RawElement<T> | undefined {
  const plain = elements[name]
  const negated = elements[`Not${name}`]
  if (plain !== undefined && negated !== undefined) throw malformedPolicy('wrongType', kind)
  if (plain !== undefined) return { negated: false, values: read(plain, kind) }
  return negated === undefined ? undefined : { negated: true, values: read(negated, kind) }
}

function readConditions(value: unknown, kind: PolicyKind): readonly RawCondition[] {
  if (value === undefined) return []
  const block = readObject(value, undefined, kind)
  return Object.entries(block).flatMap(([name, lines]) => readOperator(name, lines, kind))
}

/** An operator without keys asks nothing, and then it need not exist. */
function readOperator(name: string, lines: unknown, kind: PolicyKind): readonly RawCondition[] {
  const keys = Object.entries(readObject(lines, undefined, kind))
  const reference = operatorReference(name)
  return keys.map(([key, values]) => {
    if (reference === undefined) throw malformedPolicy('conditionOperator', kind, name)
    return { reference, key, values: readScalars(values, kind) }
  })
}
