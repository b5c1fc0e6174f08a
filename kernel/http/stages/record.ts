/** Makes the journal's record of a call: allowed, denied or failed, one each (see kernel/journal). */
import type { AwsError } from '#kernel/errors/awsError.ts'
import type { Caller } from '#kernel/hops/caller.ts'
import type { Outcome, OutcomeCaller } from '#kernel/journal/outcome.ts'
import { requestParameters, responseElements } from '#kernel/protocol/auditView.ts'
import type { Exchange } from '../exchange.ts'
import { factsOf } from './authorise.ts'

/** A read that succeeded: batched, no answer waits for it. */
export function recordRead(x: Exchange): void {
  x.service.context.store.audit(outcomeOf(x, undefined))
  x.recorded = true
}

/**
 * A refusal or failure after the caller is known: its own transaction, committed before the answer leaves.
 * A request whose signature failed has no caller: AWS records none, we keep it in the recording alone.
 */
export async function recordRefusal(x: Exchange, error: AwsError): Promise<void> {
  if (x.recorded || !x.operation || !x.authenticated) return
  const outcome = outcomeOf(x, error)
  await x.service.context.store.write([outcome.account], async (tx) => tx.audit(outcome))
  x.recorded = true
}

export function outcomeOf(x: Exchange, error: AwsError | undefined): Outcome {
  const { clock, ids } = x.service.context
  const readOnly = x.operation.access === 'read'
  // A request that did not parse has no input that an operation could speak of.
  const note =
    x.input === undefined
      ? undefined
      : x.operation.audit?.({
          input: x.input as never,
          output: error ? undefined : (x.output as never),
          caller: x.caller,
          facts: factsOf(x),
          checks: x.checks,
          decisions: x.decisions,
        })
  const outcome: Outcome = {
    eventId: ids.uuid(),
    at: clock.now(),
    account: x.caller.accountId,
    region: x.region,
    eventSource: x.api.eventSource,
    eventName: x.operation.name,
    caller: outcomeCaller(x.caller),
    sourceIp: x.caller.invokedBy ?? x.sourceIp,
    userAgent: x.caller.invokedBy ?? x.userAgent,
    requestId: x.requestId,
    requestParameters:
      x.input === undefined ? null : requestParameters(x.api.api, x.shape, x.input, x.request),
    responseElements: error || readOnly ? null : elementsOf(x),
    readOnly,
    category: 'Management',
    ...(error && { errorCode: error.code, errorMessage: error.message }),
    ...note,
  }
  x.trace?.audit(outcome)
  return outcome
}

/** CloudTrail says null of an answer that has nothing to say. */
const elementsOf = ({ api, shape, output }: Exchange) =>
  shape.output.members.length === 0 ? null : responseElements(api.api, shape, output)

function outcomeCaller(caller: Caller): OutcomeCaller {
  const { session } = caller
  return {
    type: caller.type,
    ...(caller.accountId && { accountId: caller.accountId }),
    arn: caller.arn,
    principalId: caller.userId,
    ...(caller.userName && { userName: caller.userName }),
    ...(caller.accessKeyId && { accessKeyId: caller.accessKeyId }),
    ...(caller.invokedBy && { invokedBy: caller.invokedBy }),
    ...(session && {
      session: {
        ...(session.roleArn && { issuerArn: session.roleArn }),
        ...(session.roleId && { issuerId: session.roleId }),
        issuedAt: session.issuedAt,
        mfa: session.mfaAt !== undefined,
        ...(session.sourceIdentity && { sourceIdentity: session.sourceIdentity }),
      },
    }),
  }
}
