/** One line of a `Condition` block: operator, key, values; compiled once and asked per request. */
import type { Reason } from '#kernel/hops/decision.ts'
import type { Matcher } from '../match/glob.ts'
import { shown } from '../match/shown.ts'
import type { PolicyVersion } from '../policy.ts'
import type { ReasonKey } from '../reasonKeys.ts'
import type { RequestContext } from '../requestContext.ts'
import { parseTemplate, resolveTemplate, type Template } from '../variables.ts'
import type { Operator } from './operator.ts'
import type { OperatorReference } from './operatorReference.ts'
import { quantifiers } from './quantifier.ts'

interface WantedValue {
  readonly template: Template
  /** Compiled ahead where no variable is in it. */
  readonly matcher: Matcher | undefined
}

export interface Condition {
  readonly reference: OperatorReference
  /** As the policy spells it. */
  readonly key: string
  readonly lowerCaseKey: string
  readonly values: readonly WantedValue[]
  /** As a finding shows them, where no variable is in them. */
  readonly wanted: string[] | undefined
}

export function compileCondition(
  reference: OperatorReference,
  key: string,
  values: readonly string[],
  version: PolicyVersion,
): Condition {
  const { operator } = reference
  // Variables have no meaning to numbers, dates and addresses: there `${…}` is text.
  const grammar = operator.variables ? version : '2008-10-17'
  const wanted = values.map((value) => compileValue(operator, parseTemplate(value, grammar)))
  const isFixed = wanted.every(({ matcher }) => matcher !== undefined)
  return {
    reference,
    key,
    lowerCaseKey: key.toLowerCase(),
    values: wanted,
    wanted: isFixed ? shown(values) : undefined,
  }
}

function compileValue(operator: Operator, template: Template): WantedValue {
  return { template, matcher: template.fixed && operator.test(template.fixed) }
}

export const holdsIn = (condition: Condition, context: RequestContext): boolean =>
  holds(condition, context.get(condition.lowerCaseKey), context)

/** The same, and why. */
export function matchCondition(condition: Condition, context: RequestContext): Reason {
  const { reference, key, lowerCaseKey } = condition
  const got = context.get(lowerCaseKey)
  const matched = holds(condition, got, context)
  return {
    element: 'condition',
    matched,
    key: reasonKey(matched, got),
    operator: reference.name,
    contextKey: key,
    wanted: condition.wanted ?? shown(condition.values.map((value) => resolved(value, context))),
    ...(condition.wanted === undefined && {
      written: shown(condition.values.map(({ template }) => template.source)),
    }),
    ...(got !== undefined && { got: [...got] }),
  }
}

function reasonKey(matched: boolean, got: readonly string[] | undefined): ReasonKey {
  if (got === undefined) return matched ? 'contextKeyAbsentHolds' : 'contextKeyAbsent'
  return matched ? 'conditionHolds' : 'conditionFails'
}

function holds(
  condition: Condition,
  got: readonly string[] | undefined,
  context: RequestContext,
): boolean {
  const { operator, quantifier, isIfExists } = condition.reference
  const matchers = matchersFor(condition, context)
  const matches = (value: string) => matchers.some((matcher) => matcher(value))
  if (operator.presence) return matches(String(got === undefined))
  if (isIfExists && got === undefined) return true
  const holdsFor = (value: string) => matches(value) !== operator.negative
  return quantifiers[quantifier](got ?? [], holdsFor, operator)
}

/** A variable without a value matches nothing: the value drops out. */
function matchersFor(condition: Condition, context: RequestContext): readonly Matcher[] {
  const { operator } = condition.reference
  return condition.values.flatMap(({ matcher, template }) => {
    if (matcher !== undefined) return [matcher]
    const pattern = resolveTemplate(template, context)
    return pattern === undefined ? [] : [operator.test(pattern)]
  })
}

function resolved({ template }: WantedValue, context: RequestContext): string {
  return resolveTemplate(template, context)?.text ?? template.source
}
