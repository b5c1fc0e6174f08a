/** Takes the request off the socket: target and headers as sent, then the body within the API's limit. */
import type { Exchange, Stage } from '../exchange.ts'
import { checkDeclaredLength, readBody } from '../readBody.ts'

/** Requests that came with `Expect: 100-continue` and have not been told to go on. */
export const wantsContinue = new WeakSet<object>()

async function takeBody(x: Exchange): Promise<void> {
  const { request, response } = x.raw
  const { bodyLimit } = x.api
  checkDeclaredLength(request, bodyLimit)
  if (wantsContinue.delete(request)) response.writeContinue()
  const body = await readBody(request, bodyLimit)
  if (body.length > 0) x.request = { ...x.request, body }
  x.trace?.received(x.request)
}

export const receive: Stage = { name: 'receive', run: takeBody }

/** The body alone: S3 runs this after authorise, so that a refusal comes before `100 Continue`. */
export const receiveBody: Stage = { name: 'receive body', run: takeBody }
