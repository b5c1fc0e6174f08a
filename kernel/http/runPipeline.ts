/** Runs one request through its API's stages and writes the answer; every way out ends here. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { AwsError } from '#kernel/errors/awsError.ts'
import { unsignedBound } from '#kernel/hops/bound.ts'
import { anonymous } from '#kernel/hops/caller.ts'
import { HopError } from '#kernel/hops/hopError.ts'
import { refusedError } from '#kernel/hops/refusal.ts'
import type { Exchange } from './exchange.ts'
import { sendAnswer, sendBareFailure } from './sendAnswer.ts'
import type { RunningService } from './service.ts'
import { bind } from './stages/authenticate.ts'
import { recordRefusal } from './stages/record.ts'
import { header, splitTarget, type WireRequest, type WireResponse } from './wireRequest.ts'

export async function runPipeline(
  service: RunningService,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const x = begin(service, request, response)
  try {
    await answer(x)
    x.trace?.answered(x.answer!)
    sendAnswer(x.raw, x.answer!)
  } catch (failure) {
    // A bug in how we answer: it ends this request, never the process.
    x.trace?.failure(failure)
    sendBareFailure(response)
  }
}

async function answer(x: Exchange): Promise<void> {
  try {
    await runStages(x)
  } catch (error) {
    x.answer = await refuse(x, error)
  }
  if (x.api.finish) await x.api.finish(x)
}

async function runStages(x: Exchange): Promise<void> {
  // The list is the first API's until `identify` knows better; APIs on one port share the stages before it.
  for (let i = 0; i < x.api.pipeline.length; i++) {
    const stage = x.api.pipeline[i]!
    x.trace?.stage(stage.name)
    const wasKnown = x.authenticated
    const pending = stage.run(x)
    if (pending) await pending
    if (x.authenticated && !wasKnown) x.trace?.sentBy(callingService(x))
  }
}

/** A service that calls in its own name (by its own credential, or in a session of its linked role) is told from a client. */
function callingService({ caller, service }: Exchange): string | undefined {
  const { principals } = service.context.serviceKeys
  return Object.keys(principals).find((name) => principals[name] === caller.invokedBy)
}

function begin(
  service: RunningService,
  request: IncomingMessage,
  response: ServerResponse,
): Exchange {
  const { context, definition } = service
  const wire = wireRequestOf(request)
  const named = definition.requestIds?.(context.ids)
  const requestId = named?.requestId ?? context.ids.uuid()
  const x: Exchange = {
    service,
    raw: { request, response },
    requestId,
    hostId: named?.hostId,
    trace: context.recorder?.exchange({ service: context.name, request: wire, requestId }),
    request: wire,
    api: definition.apis[0]!,
    operation: undefined as never,
    shape: undefined as never,
    claim: undefined,
    bound: '',
    authenticated: false,
    caller: anonymous,
    callerGiven: anonymous,
    proof: undefined,
    region: context.region,
    sourceIp: context.sourceIpOf([], wire.remoteAddress),
    userAgent: header(wire, 'user-agent') ?? '-',
    hops: undefined as never,
    input: undefined,
    checks: [],
    decisions: [],
    resourceAccounts: [],
    prepared: undefined,
    output: undefined,
    answer: undefined,
    recorded: false,
  }
  bind(x, unsignedBound({ requestId, method: wire.method, url: request.url ?? '/' }))
  return x
}

export function wireRequestOf(request: IncomingMessage): WireRequest {
  return {
    method: request.method ?? 'GET',
    ...splitTarget(request.url),
    rawHeaders: request.rawHeaders,
    remoteAddress: request.socket.remoteAddress ?? '',
    body: nothing,
  }
}

const nothing = Buffer.alloc(0)

async function refuse(x: Exchange, thrown: unknown): Promise<WireResponse> {
  const error = asAwsError(x, thrown)
  try {
    await recordRefusal(x, error)
  } catch (failure) {
    x.trace?.failure(failure)
  }
  x.trace?.refusal(error)
  return x.api.protocol.fail(x.api.api, error, {
    requestId: x.requestId,
    hostId: x.hostId,
    head: x.request.method === 'HEAD',
  })
}

/** What is not AWS's word is our own failure: the client learns no more than that it failed. */
function asAwsError(x: Exchange, thrown: unknown): AwsError {
  if (thrown instanceof AwsError) return thrown
  if (thrown instanceof HopError && thrown.refusal) return refusedError(thrown.refusal)
  x.trace?.failure(thrown)
  return x.service.definition.internalFailure()
}
