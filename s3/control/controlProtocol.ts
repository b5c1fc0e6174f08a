/** S3 Control speaks as S3 does, but wraps its refusals as most services do: `<ErrorResponse><Error>…`. */
import type { Protocol } from '#kernel/protocol/protocol.ts'
import { restXml } from '#kernel/protocol/restXml.ts'
import { isControlRequest } from './isControlRequest.ts'

export const controlProtocol: Protocol = {
  ...restXml,
  identify: (api, request) =>
    isControlRequest(request) ? restXml.identify(api, request) : undefined,
  fail(api, error, context) {
    const answer = restXml.fail(api, error, context)
    if (answer.body.length === 0) return answer
    const text = answer.body
      .toString('utf8')
      .replace('<Error>', '<ErrorResponse><Error>')
      .replace(/<\/Error>$/, `</Error><RequestId>${context.requestId}</RequestId></ErrorResponse>`)
    return { ...answer, body: Buffer.from(text) }
  },
}
