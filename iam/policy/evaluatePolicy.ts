/** Asks every statement of a policy. Why each of its elements matched or not is written when somebody reads it. */
import type { PolicyFinding, Reason, StatementFinding } from '#kernel/hops/decision.ts'
import { holdsIn, matchCondition } from './conditions/condition.ts'
import type { PolicyDocument } from './evaluationInput.ts'
import type { EvaluationRequest } from './evaluationRequest.ts'
import { matchAction, matchesAction } from './match/action.ts'
import { type Grant, grantOf, matchesPrincipal, matchPrincipal } from './match/principal.ts'
import { matchesResource, matchResource } from './match/resource.ts'
import type { PolicyKind, Statement } from './policy.ts'

export interface PolicyResult {
  readonly document: PolicyDocument
  /** SCP and RCP: where it is attached. */
  readonly level: string | undefined
  /** In the policy's order. */
  readonly statements: readonly StatementResult[]
}

export interface StatementResult {
  readonly statement: Statement
  readonly matched: boolean
  /** How directly it names the caller. */
  readonly grant: Grant | undefined
}

export function evaluatePolicy(
  document: PolicyDocument,
  kind: PolicyKind,
  request: EvaluationRequest,
  level?: string,
): PolicyResult {
  const policy = request.cache.policy(document.document, kind)
  const statements = policy.statements.map((statement) => evaluateStatement(statement, request))
  return { document, level, statements }
}

function evaluateStatement(statement: Statement, request: EvaluationRequest): StatementResult {
  const { principals } = statement
  const matched = matches(statement, request)
  return { statement, matched, grant: matched ? grant(principals, request) : undefined }
}

const grant = (principals: Statement['principals'], { principal }: EvaluationRequest) =>
  principals && grantOf(principals, principal)

function matches(
  { principals, actions, resources, conditions }: Statement,
  { principal, action, input, context }: EvaluationRequest,
): boolean {
  return (
    (principals === undefined || matchesPrincipal(principals, principal)) &&
    matchesAction(actions, action) &&
    (resources === undefined || matchesResource(resources, input.resource, context)) &&
    conditions.every((condition) => holdsIn(condition, context))
  )
}

export function policyFinding(
  { document: { name, arn, group }, level, statements }: PolicyResult,
  request: EvaluationRequest,
): PolicyFinding {
  return {
    name,
    ...(arn !== undefined && { arn }),
    ...(group !== undefined && { group }),
    statements: statements.map((result) => statementFinding(result, request)),
    ...(level !== undefined && { level }),
  }
}

/** Every element says why, also those after one that did not match. */
function statementFinding(
  { statement, matched }: StatementResult,
  { principal, action, input, context }: EvaluationRequest,
): StatementFinding {
  const { principals, actions, resources, conditions, index, sid, effect } = statement
  const because: Reason[] = []
  if (principals !== undefined) because.push(matchPrincipal(principals, principal))
  because.push(matchAction(actions, action))
  if (resources !== undefined) because.push(matchResource(resources, input.resource, context))
  for (const condition of conditions) because.push(matchCondition(condition, context))
  return { index, ...(sid !== undefined && { sid }), effect, matched, because }
}
