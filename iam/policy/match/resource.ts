/**
 * `Resource` and `NotResource`: ARNs with wildcards and variables, compared with regard to case.
 * SIMPLIFICATION: a `*` inside one of the first five segments of an ARN (`us-*-1`) may reach over a
 * colon; in AWS only one that ends its segment does.
 */
import type { Reason } from '#kernel/hops/decision.ts'
import type { PolicyVersion } from '../policy.ts'
import type { ReasonKey } from '../reasonKeys.ts'
import type { RequestContext } from '../requestContext.ts'
import { parseTemplate, resolveTemplate, type Template } from '../variables.ts'
import { glob, type Matcher } from './glob.ts'
import { shown } from './shown.ts'

interface ResourcePattern {
  readonly template: Template
  /** Compiled ahead where no variable is in it. */
  readonly matcher: Matcher | undefined
}

export interface ResourceElement {
  readonly negated: boolean
  readonly patterns: readonly ResourcePattern[]
  /** As a refusal shows them, where no variable is in them. */
  readonly wanted: string[] | undefined
}

export function compileResources(
  values: readonly string[],
  negated: boolean,
  version: PolicyVersion,
): ResourceElement {
  const patterns = values.map((value) => compilePattern(parseTemplate(value, version)))
  const isFixed = patterns.every(({ matcher }) => matcher !== undefined)
  return { negated, patterns, wanted: isFixed ? shown(values) : undefined }
}

function compilePattern(template: Template): ResourcePattern {
  return { template, matcher: template.fixed && glob(template.fixed) }
}

export const matchesResource = (
  element: ResourceElement,
  resource: string,
  context: RequestContext,
): boolean => (find(element, resource, context) !== undefined) !== element.negated

const find = ({ patterns }: ResourceElement, resource: string, context: RequestContext) =>
  patterns.find((pattern) => matches(pattern, resource, context))

/** The same, and why. */
export function matchResource(
  element: ResourceElement,
  resource: string,
  context: RequestContext,
): Reason {
  const found = find(element, resource, context)
  const matched = (found !== undefined) !== element.negated
  const name = element.negated ? 'NotResource' : 'Resource'
  return {
    element: 'resource',
    matched,
    key: REASONS[name][matched ? 'matched' : 'missed'],
    wanted: found === undefined ? wanted(element, context) : [resolved(found.template, context)],
    ...writtenIn(element, found),
    got: [resource],
  }
}

const REASONS = {
  Resource: { matched: 'resourceMatches', missed: 'noResourceMatches' },
  NotResource: { matched: 'resourceNotExcluded', missed: 'resourceExcluded' },
} as const satisfies Record<string, Record<string, ReasonKey>>

/** A variable without a value matches nothing. */
function matches(pattern: ResourcePattern, resource: string, context: RequestContext): boolean {
  if (pattern.matcher !== undefined) return pattern.matcher(resource)
  const text = resolveTemplate(pattern.template, context)
  return text !== undefined && glob(text)(resource)
}

function wanted(element: ResourceElement, context: RequestContext): string[] {
  const { patterns } = element
  return element.wanted ?? shown(patterns.map(({ template }) => resolved(template, context)))
}

/** Where no variable is in it, it stands there as it is written. */
function writtenIn(element: ResourceElement, found: ResourcePattern | undefined) {
  if (element.wanted !== undefined || found?.matcher !== undefined) return undefined
  const patterns = found === undefined ? element.patterns : [found]
  return { written: shown(patterns.map(({ template }) => template.source)) }
}

function resolved(template: Template, context: RequestContext): string {
  return resolveTemplate(template, context)?.text ?? template.source
}
