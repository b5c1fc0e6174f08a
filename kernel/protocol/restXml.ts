/** restXml (S3): the operation in method, path and query; the body one XML document, or the object itself. */
import { answerHeaders, failureBody } from './answer.ts'
import { BadValue } from './badValue.ts'
import type { LinkedApi, LinkedMember, LinkedOperation } from './linked.ts'
import { identified, type Protocol } from './protocol.ts'
import { refusal } from './refusal.ts'
import { readBindings } from './rest/read.ts'
import { findRoute } from './rest/route.ts'
import { rawPayload, writeHeaders, writeStatus } from './rest/write.ts'
import { escapeText } from './xml/escape.ts'
import { levelOf } from './xml/level.ts'
import { readXml } from './xml/read.ts'
import { parseXml } from './xml/tree.ts'
import { namespace, wrap, writeElement, writeXml } from './xml/write.ts'

const contentType = 'application/xml'
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

type Values = Record<string, unknown>

export const restXml: Protocol = {
  identify: (api, request) => identified(api, findRoute(api.routes, request)),
  unknown: (api, { method }) => refusal(api.traits.refusals.unknown, { method }),

  parse(_api, operation, request) {
    const value = readBindings(operation, request)
    const { payload } = operation.input
    const content = payload && readPayload(payload, request.body)
    if (payload && content !== undefined) value[payload.name] = content
    return value
  },

  serialise(api, operation, output, context) {
    const values = (output ?? {}) as Values
    const xml = writeDocument(api, operation, values)
    const headers = answerHeaders(api, context, xml === undefined ? undefined : contentType)
    writeHeaders(operation, values, headers)
    return {
      status: writeStatus(operation, values),
      headers,
      body: xml === undefined ? rawPayload(operation, values) : Buffer.from(declaration + xml),
    }
  },

  fail(api, error, context) {
    const level = levelOf(api.traits)
    const parts: Record<string, string | number> = {
      Code: error.code,
      Message: error.message,
      ...error.members,
      RequestId: context.requestId,
    }
    if (context.hostId !== undefined) parts['HostId'] = context.hostId
    let content = ''
    for (const [name, value] of Object.entries(parts))
      content += writeElement(name, String(value), level)
    return {
      status: error.status,
      headers: { ...answerHeaders(api, context, contentType), ...error.headers },
      body: failureBody(error, context, declaration + wrap('Error', '', content, level)),
    }
  },
}

/** A structure must be the root that the model names; an object's bytes are taken as they are. */
function readPayload(payload: LinkedMember, body: Buffer): unknown {
  const { shape, wire } = payload
  if (shape.type === 'blob') return body
  if (body.length === 0) return undefined
  if (shape.type !== 'structure') return body.toString('utf8')
  const root = parseXml(body)
  if (root.name !== wire)
    throw new BadValue({ kind: 'body', problem: `the root is ${root.name}, not ${wire}` })
  return readXml(shape, root, 'refuse')
}

/** The answer's XML; undefined where the answer has none. */
function writeDocument(
  { model, traits }: LinkedApi,
  { output, root, unwrapped }: LinkedOperation,
  values: Values,
): string | undefined {
  const level = levelOf(traits)
  const xmlns = namespace(['', model.xmlns ?? ''])
  const { payload, body } = output
  if (payload?.shape.type === 'structure')
    return writeXml(payload.wire, xmlns, payload.shape, values[payload.name] ?? {}, level)
  const [first] = body
  if (payload || !first) return undefined
  const name = root ?? output.name
  if (!unwrapped) return writeXml(name, xmlns, output, values, level)
  return wrap(name, xmlns, escapeText(String(values[first.name] ?? '')), level)
}
