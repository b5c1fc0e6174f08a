/** Asks every statement of a policy, and says of every element why it matched or not. */
import type { PolicyFinding, Reason, StatementFinding } from '#kernel/hops/decision.ts'
import { matchCondition } from './conditions/condition.ts'
import type { PolicyDocument } from './evaluationInput.ts'
import type { EvaluationRequest } from './evaluationRequest.ts'
import { matchAction } from './match/action.ts'
import { type Grant, matchPrincipal } from './match/principal.ts'
import { matchResource } from './match/resource.ts'
import type { PolicyKind, Statement } from './policy.ts'

export interface PolicyResult {
  readonly finding: PolicyFinding
  /** How directly each statement names the caller; parallel to the finding's statements. */
  readonly grants: readonly (Grant | undefined)[]
}

export function evaluatePolicy(
  document: PolicyDocument,
  kind: PolicyKind,
  request: EvaluationRequest,
): PolicyResult {
  const policy = request.cache.policy(document.document, kind)
  const results = policy.statements.map((statement) => evaluateStatement(statement, request))
  return {
    grants: results.map(({ grant }) => grant),
    finding: {
      name: document.name,
      ...(document.arn !== undefined && { arn: document.arn }),
      ...(document.group !== undefined && { group: document.group }),
      statements: results.map(({ finding }) => finding),
    },
  }
}

interface StatementResult {
  readonly finding: StatementFinding
  readonly grant: Grant | undefined
}

function evaluateStatement(statement: Statement, request: EvaluationRequest): StatementResult {
  const { principals, actions, resources, conditions, index, sid, effect } = statement
  const { context } = request
  const because: Reason[] = []
  const principal = principals && matchPrincipal(principals, request.principal)
  if (principal !== undefined) because.push(principal.reason)
  because.push(matchAction(actions, request.action))
  if (resources !== undefined) {
    because.push(matchResource(resources, request.input.resource, context))
  }
  for (const condition of conditions) because.push(matchCondition(condition, context))
  const matched = because.every((reason) => reason.matched)
  return {
    grant: matched ? principal?.grant : undefined,
    finding: { index, ...(sid !== undefined && { sid }), effect, matched, because },
  }
}
