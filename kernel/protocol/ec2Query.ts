/** ec2Query (EC2): a form like awsQuery's with flat lists, answers without result element, errors of its own form. */
import { answerHeaders, failureBody } from './answer.ts'
import type { Protocol } from './protocol.ts'
import { formPairs, identifyAction, unknownAction } from './query/action.ts'
import { readQuery } from './query/read.ts'
import { levelOf } from './xml/level.ts'
import { namespace, wrap, writeElement, writeMembers } from './xml/write.ts'

const contentType = 'text/xml;charset=UTF-8'
const declaration = '<?xml version="1.0" encoding="UTF-8"?>'

export const ec2Query: Protocol = {
  identify: identifyAction,
  unknown: unknownAction,
  parse: (_api, operation, request) => readQuery(operation.input, formPairs(request)),

  serialise(api, operation, output, context) {
    const level = levelOf(api.traits)
    const inner = level.deeper
    const values = (output ?? {}) as Record<string, unknown>
    const body =
      writeElement('requestId', context.requestId, inner) +
      writeMembers(operation.output, values, inner)
    const xmlns = namespace(['', api.model.xmlns ?? ''])
    return {
      status: operation.status,
      headers: answerHeaders(api, context, contentType),
      body: Buffer.from(declaration + wrap(`${operation.name}Response`, xmlns, body, level)),
    }
  },

  fail(api, error, context) {
    const level = levelOf(api.traits)
    const [errors, one, part] = [level.deeper, level.deeper.deeper, level.deeper.deeper.deeper]
    const text =
      writeElement('Code', error.code, part) + writeElement('Message', error.message, part)
    const body =
      wrap('Errors', '', wrap('Error', '', text, one), errors) +
      writeElement('RequestID', context.requestId, errors)
    return {
      status: error.status,
      headers: { ...answerHeaders(api, context, contentType), ...error.headers },
      body: failureBody(error, context, declaration + wrap('Response', '', body, level)),
    }
  },
}
