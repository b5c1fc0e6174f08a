/** restJson1 (sso-oidc, the access portal): the operation in method and path; JSON bodies; errors named in a header. */
import type { AwsError } from '#kernel/errors/awsError.ts'
import { answerHeaders, failureBody } from './answer.ts'
import { readJson } from './json/read.ts'
import { writeJson } from './json/write.ts'
import type { LinkedApi, LinkedMember, LinkedOperation } from './linked.ts'
import { identified, type Protocol } from './protocol.ts'
import { refusal } from './refusal.ts'
import { readBindings } from './rest/read.ts'
import { findRoute } from './rest/route.ts'
import { rawPayload, writeHeaders, writeStatus } from './rest/write.ts'

const contentType = 'application/json'

type Values = Record<string, unknown>

export const restJson1: Protocol = {
  identify: (api, request) => identified(api, findRoute(api.routes, request)),
  unknown: (api, { method }) => refusal(api.traits.refusals.unknown, { method }),

  parse(_api, operation, request) {
    const value = readBindings(operation, request)
    const { payload, body } = operation.input
    if (payload) return { ...value, [payload.name]: readPayload(payload, request.body) }
    return body.length > 0 ? { ...value, ...readJson(operation.input, request.body) } : value
  },

  serialise(api, operation, output, context) {
    const values = (output ?? {}) as Values
    const json = writeBody(operation, values)
    const headers = answerHeaders(api, context, json === undefined ? undefined : contentType)
    writeHeaders(operation, values, headers)
    return {
      status: writeStatus(operation, values),
      headers,
      body: json === undefined ? rawPayload(operation, values) : Buffer.from(json),
    }
  },

  fail(api, error, context) {
    const { errorTypeSuffix = '' } = api.traits
    return {
      status: error.status,
      headers: {
        ...answerHeaders(api, context, contentType),
        // botocore finds the exception by this header alone: without it a login poll dies.
        'x-amzn-ErrorType': error.code + errorTypeSuffix,
        ...error.headers,
      },
      body: failureBody(error, context, JSON.stringify(errorBody(api, error))),
    }
  },
}

function readPayload(payload: LinkedMember, body: Buffer): unknown {
  if (payload.shape.type === 'structure') return readJson(payload.shape, body)
  return payload.shape.type === 'blob' ? body : body.toString('utf8')
}

function writeBody({ output }: LinkedOperation, values: Values): string | undefined {
  const { payload, body } = output
  if (payload?.shape.type === 'structure')
    return writeJson(payload.shape, values[payload.name] ?? {})
  return payload || body.length === 0 ? undefined : writeJson(output, values)
}

/** Errors of OAuth's form (RFC 6749, 5.2) are their members alone. */
function errorBody({ traits }: LinkedApi, error: AwsError): Values {
  if (Object.hasOwn(error.members, 'error')) return error.members
  const body = { message: error.message, ...error.members }
  if (traits.errorNamespace === undefined) return body
  return { ...body, __type: traits.errorNamespace + error.code }
}
