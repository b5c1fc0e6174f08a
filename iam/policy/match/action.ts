/** `Action` and `NotAction`: `service:Name` patterns, compared without regard to case. */
import type { Reason } from '#kernel/hops/decision.ts'
import type { ReasonKey } from '../reasonKeys.ts'
import { glob, type Matcher } from './glob.ts'
import { shown } from './shown.ts'

interface ActionPattern {
  readonly source: string
  readonly matches: Matcher
}

export interface ActionElement {
  readonly negated: boolean
  /** As a refusal shows them. */
  readonly wanted: string[]
  /** By service, so that a policy of a thousand actions is asked about a handful; `*` asks all. */
  readonly byService: ReadonlyMap<string, readonly ActionPattern[]>
}

/** An action in lower case, cut once per request. */
export interface RequestedAction {
  readonly name: string
  readonly service: string
  readonly lowerCase: string
}

const EVERY_SERVICE = '*'

export function compileActions(values: readonly string[], negated: boolean): ActionElement {
  const byService = new Map<string, ActionPattern[]>()
  for (const source of values) {
    const text = source.toLowerCase()
    const service = serviceOf(text)
    const patterns = byService.get(service) ?? []
    patterns.push({ source, matches: glob({ text }) })
    byService.set(service, patterns)
  }
  return { negated, wanted: shown(values), byService }
}

export function requestedAction(name: string): RequestedAction {
  const lowerCase = name.toLowerCase()
  return { name, lowerCase, service: serviceOf(lowerCase) }
}

export const matchesAction = (element: ActionElement, action: RequestedAction): boolean =>
  (find(element, action) !== undefined) !== element.negated

/** The same, and why. */
export function matchAction(element: ActionElement, action: RequestedAction): Reason {
  const found = find(element, action)
  const matched = (found !== undefined) !== element.negated
  const name = element.negated ? 'NotAction' : 'Action'
  return {
    element: 'action',
    matched,
    key: REASONS[name][matched ? 'matched' : 'missed'],
    wanted: found === undefined ? element.wanted : [found],
    got: [action.name],
  }
}

const REASONS = {
  Action: { matched: 'actionMatches', missed: 'noActionMatches' },
  NotAction: { matched: 'actionNotExcluded', missed: 'actionExcluded' },
} as const satisfies Record<string, Record<string, ReasonKey>>

function find(element: ActionElement, action: RequestedAction): string | undefined {
  const { byService } = element
  return (
    findIn(byService.get(action.service), action) ?? findIn(byService.get(EVERY_SERVICE), action)
  )
}

function findIn(
  patterns: readonly ActionPattern[] | undefined,
  { lowerCase }: RequestedAction,
): string | undefined {
  return patterns?.find(({ matches }) => matches(lowerCase))?.source
}

/** A service with a wildcard of its own (`*`, `*:Get*`) is asked about every action. */
function serviceOf(lowerCase: string): string {
  const colon = lowerCase.indexOf(':')
  const service = colon === -1 ? lowerCase : lowerCase.slice(0, colon)
  return service.includes('*') || service.includes('?') ? EVERY_SERVICE : service
}
