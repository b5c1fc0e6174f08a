/** A hop credential at the gateway is a key that nobody knows: said as the service itself would say it. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { errorsByStyle } from '#kernel/sigv4/errors/errorsByStyle.ts'
import { answerBare } from './boundedServer.ts'
import { credentialParts } from './credentialParts.ts'
import { sendAnswer } from './sendAnswer.ts'
import type { ServedApi } from './service.ts'

export function refuseHopKey(
  raw: { readonly request: IncomingMessage; readonly response: ServerResponse },
  apis: readonly ServedApi[],
  requestId: string,
): void {
  const { accessKeyId = '', signingName } = credentialParts(raw.request)
  const served = apis.find(({ api }) => api.model.signingName === signingName) ?? apis[0]
  // Pages take no keys: what names one is no request to them.
  if (!served) {
    answerBare(raw, 400)
    return
  }
  const error = errorsByStyle[served.signature].unknownAccessKey(accessKeyId)
  const head = raw.request.method === 'HEAD'
  sendAnswer(raw, served.protocol.fail(served.api, error, { requestId, head }))
}
