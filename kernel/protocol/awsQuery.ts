/** awsQuery (STS, IAM): `Action=…&Version=…` in a form, answers in XML under `<ActionResponse><ActionResult>`. */
import { answerHeaders, failureBody } from './answer.ts'
import type { Protocol } from './protocol.ts'
import { formPairs, identifyAction, unknownAction } from './query/action.ts'
import { readQuery } from './query/read.ts'
import { levelOf } from './xml/level.ts'
import { namespace, wrap, writeElement, writeMembers, writeXml } from './xml/write.ts'

const contentType = 'text/xml'

export const awsQuery: Protocol = {
  identify: identifyAction,
  unknown: unknownAction,
  parse: (_api, operation, request) => readQuery(operation.input, formPairs(request)),

  serialise(api, operation, output, context) {
    const level = levelOf(api.traits)
    const inner = level.deeper
    const { wrapper } = operation
    const result = wrapper
      ? writeXml(wrapper, '', operation.output, output, inner)
      : writeMembers(operation.output, (output ?? {}) as Record<string, unknown>, inner)
    const id = writeElement('RequestId', context.requestId, inner.deeper)
    const body = result + wrap('ResponseMetadata', '', id, inner)
    const xml = wrap(`${operation.name}Response`, xmlns(api.model.xmlns), body, level)
    return {
      status: operation.status,
      headers: answerHeaders(api, context, contentType),
      body: Buffer.from(xml.trimStart()),
    }
  },

  fail(api, error, context) {
    const level = levelOf(api.traits)
    const inner = level.deeper
    const parts = { Type: error.fault, Code: error.code, Message: error.message, ...error.members }
    let content = ''
    for (const [name, value] of Object.entries(parts))
      content += writeElement(name, String(value), inner.deeper)
    const id = writeElement('RequestId', context.requestId, inner)
    const body = wrap('Error', '', content, inner) + id
    const xml = wrap('ErrorResponse', xmlns(api.model.xmlns), body, level).trimStart()
    return {
      status: error.status,
      headers: { ...answerHeaders(api, context, contentType), ...error.headers },
      body: failureBody(error, context, xml),
    }
  },
}

const xmlns = (uri: string | undefined): string => (uri ? namespace(['', uri]) : '')
