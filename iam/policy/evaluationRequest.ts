/** One question, prepared once for all layers: names in the case they are compared in, keys collected. */
import type { EvaluationInput } from './evaluationInput.ts'
import { type RequestedAction, requestedAction } from './match/action.ts'
import { identities, type PrincipalQuestion } from './match/principal.ts'
import type { PolicyCache } from './policyCache.ts'
import { isPrincipalKey, isServiceLinked, principalContext } from './principalContext.ts'
import { type ContextEntry, type RequestContext, requestContext } from './requestContext.ts'

export interface EvaluationRequest {
  readonly input: EvaluationInput
  readonly cache: PolicyCache
  readonly action: RequestedAction
  readonly principal: PrincipalQuestion
  readonly context: RequestContext
  readonly isSameAccount: boolean
  readonly isServiceLinkedRole: boolean
}

export function evaluationRequest(input: EvaluationInput, cache: PolicyCache): EvaluationRequest {
  const { caller } = input
  return {
    input,
    cache,
    action: requestedAction(input.action),
    principal: {
      arn: caller.arn,
      identities: once(() => identities(caller, input.callerCanonicalUserId)),
      hasBoundary: input.boundary !== undefined,
    },
    context: requestContext(() => contextEntries(input)),
    isSameAccount: caller.accountId !== '' && caller.accountId === input.resourceAccountId,
    isServiceLinkedRole: input.isServiceLinkedRole ?? isServiceLinked(caller),
  }
}

const contextEntries = (input: EvaluationInput): readonly ContextEntry[] => [
  ...Object.entries(input.context).filter(([name]) => !isPrincipalKey(name)),
  ...principalContext(input),
  ...Object.entries(input.hypotheticalContext ?? {}),
]

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
