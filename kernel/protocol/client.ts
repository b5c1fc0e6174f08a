/** The client direction, for calls between our own services: a query request written, its answer read. */
import { AwsError } from '#kernel/errors/awsError.ts'
import { percentEncode } from './form.ts'
import type { LinkedApi, LinkedOperation } from './linked.ts'
import { writeQuery } from './query/write.ts'
import { readXml } from './xml/read.ts'
import { parseXml, type XmlElement } from './xml/tree.ts'

export interface WrittenCall {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export interface ReceivedAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export function writeCall(api: LinkedApi, operationName: string, input: unknown): WrittenCall {
  const operation = operationOf(api, operationName)
  const head = [`Action=${percentEncode(operationName)}`, `Version=${api.model.version}`]
  return {
    method: 'POST',
    path: '/',
    query: '',
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: Buffer.from([...head, ...writeQuery(operation.input, input)].join('&')),
  }
}

/** The operation's output; a refusal is thrown as it came, with the callee's request id in `detail`. */
export function readAnswer(
  api: LinkedApi,
  operationName: string,
  { status, body }: ReceivedAnswer,
): unknown {
  const operation = operationOf(api, operationName)
  if (status < 200 || status > 299) throw readRefusal(status, body)
  const root = parseXml(body)
  const result = operation.wrapper ? childOf(root, operation.wrapper) : root
  return result ? readXml(operation.output, result, 'ignore') : {}
}

function operationOf({ model, operations }: LinkedApi, name: string): LinkedOperation {
  if (model.protocol !== 'query')
    throw new Error(`calls in the ${model.protocol} protocol are not supported`)
  const operation = operations.get(name)
  if (!operation) throw new Error(`${model.service} has no operation ${name} here`)
  return operation
}

function readRefusal(status: number, body: Buffer): AwsError {
  const root = tryParse(body)
  const error = root && childOf(root, 'Error')
  if (!root || !error)
    return new AwsError({ code: 'UnknownError', status, message: `HTTP ${status}` })
  return new AwsError({
    code: textOf(error, 'Code'),
    message: textOf(error, 'Message'),
    status,
    fault: textOf(error, 'Type') === 'Receiver' ? 'Receiver' : 'Sender',
    detail: { requestId: textOf(root, 'RequestId') },
  })
}

/** What is no XML did not come from the service: a proxy, or a server that broke down. */
function tryParse(body: Buffer): XmlElement | undefined {
  try {
    return parseXml(body)
  } catch {
    return undefined
  }
}

const childOf = ({ children }: XmlElement, wanted: string): XmlElement | undefined =>
  children.find(({ name }) => name === wanted)

const textOf = (element: XmlElement, name: string): string => childOf(element, name)?.text ?? ''
