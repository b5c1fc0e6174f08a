/** awsJson 1.0 and 1.1 (sso-admin, identitystore, Organizations): the operation in `X-Amz-Target`, all else in JSON. */
import { header } from '#kernel/http/wireRequest.ts'
import { answerHeaders, failureBody } from './answer.ts'
import { readJson } from './json/read.ts'
import { writeJson } from './json/write.ts'
import type { LinkedApi } from './linked.ts'
import { identified, type Protocol } from './protocol.ts'
import { refusal } from './refusal.ts'

const contentType = ({ model }: LinkedApi): string =>
  `application/x-amz-json-${model.jsonVersion ?? '1.1'}`

export const awsJson: Protocol = {
  identify(api, request) {
    const target = header(request, 'x-amz-target') ?? ''
    const prefix = `${api.model.target}.`
    if (request.method !== 'POST' || !target.startsWith(prefix)) return undefined
    return identified(api, target.slice(prefix.length))
  },

  unknown: (api, { method }) => refusal(api.traits.refusals.unknown, { method }),

  parse: (_api, operation, request) => readJson(operation.input, request.body),

  serialise: (api, operation, output, context) => ({
    status: operation.status,
    headers: answerHeaders(api, context, contentType(api)),
    body: Buffer.from(writeJson(operation.output, output ?? {})),
  }),

  fail(api, error, context) {
    const body = { __type: error.code, [messageName(api, error.code)]: error.message }
    return {
      status: error.status,
      headers: { ...answerHeaders(api, context, contentType(api)), ...error.headers },
      body: failureBody(error, context, JSON.stringify({ ...body, ...error.members })),
    }
  },
}

/** `Message` in some services, `message` in others: the error's shape says it. */
function messageName({ errors }: LinkedApi, code: string): string {
  const members = errors.get(code)?.members ?? []
  return members.find(({ path }) => path === 'message')?.wire ?? 'message'
}
