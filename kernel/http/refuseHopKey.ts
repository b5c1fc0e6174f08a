/** A hop credential at the gateway is a key that nobody knows: said as the service itself would say it. */
import type { IncomingMessage } from 'node:http'
import { withDetail } from '#kernel/errors/withDetail.ts'
import { errorsByStyle } from '#kernel/sigv4/errors/errorsByStyle.ts'
import { credentialParts } from './credentialParts.ts'
import type { GatewayRefusal } from './gatewayRefusal.ts'
import type { ServedApi } from './service.ts'

/** Undefined where the service has pages alone: they take no keys, and what names one is no request to them. */
export function refuseHopKey(
  request: IncomingMessage,
  apis: readonly ServedApi[],
  requestId: string,
): GatewayRefusal | undefined {
  const { accessKeyId = '', signingName } = credentialParts(request)
  const served = apis.find(({ api }) => api.model.signingName === signingName) ?? apis[0]
  if (!served) return undefined
  const error = errorsByStyle[served.signature].unknownAccessKey(accessKeyId)
  const head = request.method === 'HEAD'
  return {
    requestId,
    error: withDetail(error, { why: 'hopKeyAtGateway' }),
    answer: served.protocol.fail(served.api, error, { requestId, head }),
  }
}
