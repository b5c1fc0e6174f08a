/**
 * One port for any AWS request: chooses the service by what the request itself says and hands it over.
 * It reads no body and changes no byte, so signatures stay what they were.
 */
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { RegistryRow } from '#kernel/http/registry.ts'
import { clientErrorHandler, serverOptions } from './server.ts'
import { serviceOf } from './serviceOf.ts'

export type HandOver = (
  request: IncomingMessage,
  response: ServerResponse,
  expectsContinue: boolean,
) => void

export interface GatewayTarget {
  readonly row: RegistryRow
  readonly handOver: HandOver
}

export function createGateway(targets: readonly GatewayTarget[]): Server {
  const rows = targets.map((target) => target.row)
  const byName = new Map(targets.map((target) => [target.row.name, target]))
  const dispatch =
    (expectsContinue: boolean) => (request: IncomingMessage, response: ServerResponse) => {
      const name = serviceOf(request, rows)
      const target = name === undefined ? undefined : byName.get(name)
      if (target) target.handOver(request, response, expectsContinue)
      else answerUnknown(response)
    }
  const server = createHttpServer(serverOptions, dispatch(false))
  server.on('checkContinue', dispatch(true))
  server.on('clientError', clientErrorHandler)
  return server
}

/** A service that we do not have must not look like one that works. */
function answerUnknown(response: ServerResponse): void {
  const body = JSON.stringify({
    __type: 'UnknownOperationException',
    message: 'hopscope has no service for this request',
  })
  response.writeHead(501, {
    'content-type': 'application/x-amz-json-1.1',
    'x-amzn-errortype': 'UnknownOperationException',
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}
