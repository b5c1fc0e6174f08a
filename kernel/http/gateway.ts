/**
 * One port for any AWS request: chooses the service by what the request itself says and hands it over.
 * It reads no body and changes no byte, so signatures stay what they were.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { RegistryRow } from '#kernel/http/registry.ts'
import type { Ids } from '#kernel/ids/ids.ts'
import { boundedServer } from './boundedServer.ts'
import { carriesHopKey } from './carriesHopKey.ts'
import { type ListenerLimits, publicLimits } from './limits.ts'
import { refuseHopKey } from './refuseHopKey.ts'
import { sendAnswer } from './sendAnswer.ts'
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
): Server {
  const rows = targets.map((target) => target.row)
  const byName = new Map(targets.map((target) => [target.row.name, target]))
  const dispatch =
    (expectsContinue: boolean) => (request: IncomingMessage, response: ServerResponse) => {
      const name = serviceOf(request, rows)
      const target = name === undefined ? undefined : byName.get(name)
      if (!target) answerUnknown(request, response)
      else if (carriesHopKey(request)) refuseHopKey({ request, response }, target.apis, ids.uuid())
      else target.handOver(request, response, expectsContinue)
    }
  return boundedServer(limits, { request: dispatch(false), checkContinue: dispatch(true) })
}

/** A service that we do not have must not look like one that works. */
function answerUnknown(request: IncomingMessage, response: ServerResponse): void {
  const body = JSON.stringify({
    __type: 'UnknownOperationException',
    message: 'hopscope has no service for this request',
  })
  sendAnswer(
    { request, response },
    {
      status: 501,
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amzn-errortype': 'UnknownOperationException',
      },
      body: Buffer.from(body),
    },
  )
}
