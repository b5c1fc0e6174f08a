/**
 * Asks IAM whether the caller may do each thing that the operation does: one list of checks, one question,
 * one signed answer. Every check must be allowed; advisory ones are only handed on.
 */
import type { AwsError } from '#kernel/errors/awsError.ts'
import type { Decision } from '#kernel/hops/decision.ts'
import { accessDenied } from '../accessDenied.ts'
import type { Exchange, Stage } from '../exchange.ts'
import { explainLocalKeys } from '../localBadges.ts'
import type { AuthorizationCheck } from '../operation.ts'
import { requestContext } from '../requestContext.ts'

export const authorise: Stage = {
  name: 'authorise',
  run: async (x) => {
    const { authorize } = x.operation
    if ('none' in authorize) {
      x.trace?.explain('authorise', { asked: false, because: authorize.none })
      return
    }
    const checks = await authorize({
      input: x.input as never,
      caller: x.caller,
      read: x.service.context.store,
      facts: factsOf(x),
    })
    x.resourceAccounts = checks.flatMap(({ resourceAccountId }) => resourceAccountId ?? [])
    x.decisions = await ask(x, checks)
    x.checks = checks
    explainLocalKeys(x)
    refuseDenied(x, checks)
  },
}

async function ask(
  x: Exchange,
  checks: readonly AuthorizationCheck[],
): Promise<readonly Decision[]> {
  const { statement } = await x.hops.authorization.authorize({
    caller: x.callerGiven,
    context: requestContext(x),
    checks: checks.map(question),
  })
  const { decisions } = statement.body
  if (decisions.length !== checks.length)
    throw new Error('INVARIANT: IAM answered another number of checks than it was asked')
  return decisions
}

/** What IAM is asked; whether a denial stops the request is the service's own business. */
function question({
  action,
  resource,
  context,
  resourcePolicy,
  resourceAccountId,
}: AuthorizationCheck) {
  return {
    action,
    resource,
    ...(context && { context }),
    ...(resourcePolicy && { resourcePolicy }),
    ...(resourceAccountId !== undefined && { resourceAccountId }),
  }
}

function refuseDenied(x: Exchange, checks: readonly AuthorizationCheck[]): void {
  x.decisions.forEach((decision, index) => {
    x.trace?.explain('policy', { decision })
    if (decision.decision === 'Allow' || checks[index]?.advisory) return
    throw denied(x, decision)
  })
}

const denied = (x: Exchange, decision: Decision): AwsError =>
  x.operation.deny?.(decision, x.caller) ?? accessDenied(x.api.signature, decision)

export const factsOf = (x: Exchange) => ({
  request: x.request,
  requestId: x.requestId,
  hostId: x.hostId,
  region: x.region,
  sourceIp: x.sourceIp,
  userAgent: x.userAgent,
  proof: x.proof,
})
