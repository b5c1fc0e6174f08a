/** Sends raw requests to the ports of one sandbox, and to nobody else: an attack of a lesson never leaves it. */
import { request as httpRequest } from 'node:http'
import { type Answer, answerOf } from './answer.ts'
import type { RawRequest } from './rawRequest.ts'

export type SendRaw = (request: RawRequest) => Promise<Answer>

/** A request was for a port that is none of the sandbox's. */
export class ForeignTarget extends Error {
  constructor(target: string) {
    super(`${target} is no port of this sandbox: attacks go nowhere else`)
    this.name = 'ForeignTarget'
  }
}

export interface RawSenderOptions {
  /** Origins of the sandbox's own ports. */
  readonly origins: () => readonly string[]
  readonly signal?: AbortSignal | undefined
}

export function createRawSender({ origins, signal }: RawSenderOptions): SendRaw {
  return async (request) => {
    const own = origins().find((origin) => origin === request.to)
    if (own === undefined) throw new ForeignTarget(request.to)
    return deliver(new URL(own), request, signal)
  }
}

function deliver(
  { hostname, port }: URL,
  { method, target, headers, body }: RawRequest,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({
      agent: false,
      host: hostname,
      port,
      method,
      path: target,
      headers: headers.flat(),
      ...(signal && { signal }),
    })
    sent.on('error', reject)
    sent.on('response', (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('error', reject)
      incoming.on('end', () =>
        resolve(answerOf(incoming.statusCode ?? 0, incoming.headers, Buffer.concat(chunks))),
      )
    })
    sent.end(body)
  })
}
