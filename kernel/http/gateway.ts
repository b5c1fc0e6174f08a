/**
 * One port for any AWS request: chooses the service by what the request itself says and hands it over.
 * It reads no body and changes no byte, so signatures stay what they were.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { AwsError } from '#kernel/errors/awsError.ts'
import type { RegistryRow } from '#kernel/http/registry.ts'
import type { Ids } from '#kernel/ids/ids.ts'
import type { Recorder } from '#kernel/trace/recorder.ts'
import { answerBare, boundedServer } from './boundedServer.ts'
import { carriesHopKey } from './carriesHopKey.ts'
import { type GatewayRefusal, sendRefusal } from './gatewayRefusal.ts'
import { type ListenerLimits, publicLimits } from './limits.ts'
import { refuseHopKey } from './refuseHopKey.ts'
import type { ServedApi } from './service.ts'
import { serviceOf } from './serviceOf.ts'

export type HandOver = (
  request: IncomingMessage,
  response: ServerResponse,
  expectsContinue: boolean,
) => void

export interface GatewayTarget {
  readonly row: RegistryRow
  /** In whose words the gateway refuses what it refuses itself. */
  readonly apis: readonly ServedApi[]
  readonly handOver: HandOver
}

export function createGateway(
  targets: readonly GatewayTarget[],
  ids: Ids,
  limits: ListenerLimits = publicLimits,
  recorder?: Recorder | undefined,
): Server {
  const rows = targets.map((target) => target.row)
  const byName = new Map(targets.map((target) => [target.row.name, target]))
  const refuse = (request: IncomingMessage, target: GatewayTarget | undefined) => {
    if (!target) return unknownService(ids.uuid())
    return carriesHopKey(request) && refuseHopKey(request, target.apis, ids.uuid())
  }
  const dispatch =
    (expectsContinue: boolean) => (request: IncomingMessage, response: ServerResponse) => {
      const name = serviceOf(request, rows)
      const target = name === undefined ? undefined : byName.get(name)
      const refusal = refuse(request, target)
      if (refusal) sendRefusal({ request, response }, refusal, recorder)
      else if (refusal === undefined) answerBare({ request, response }, 400)
      else target?.handOver(request, response, expectsContinue)
    }
  return boundedServer(limits, { request: dispatch(false), checkContinue: dispatch(true) })
}

/** A service that we do not have must not look like one that works. */
function unknownService(requestId: string): GatewayRefusal {
  const code = 'UnknownOperationException'
  const message = 'hopscope has no service for this request'
  const error = new AwsError({ code, status: 501, message, detail: { why: 'unknownService' } })
  const body = JSON.stringify({ __type: code, message })
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': code }
  return { requestId, error, answer: { status: 501, headers, body: Buffer.from(body) } }
}
