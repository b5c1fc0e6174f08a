/** Input of a REST operation from path, query string and headers. The body is the protocol's own. */
import type { WireRequest } from '#kernel/http/wireRequest.ts'
import { BadValue } from '../badValue.ts'
import { percentDecode, readForm } from '../form.ts'
import type { LinkedMember, LinkedOperation, LinkedStructure } from '../linked.ts'
import { readText } from '../scalar.ts'
import { matchPath } from './route.ts'

type Values = Record<string, unknown>

export function readBindings(operation: LinkedOperation, request: WireRequest): Values {
  const { input } = operation
  const value: Values = {}
  if (operation.labels.length > 0) readLabels(operation, request, value)
  if (input.queries.length > 0 && request.query !== '') readQueries(input, request, value)
  if (input.headers.length + input.prefixes.length > 0) readHeaders(input, request, value)
  return value
}

function readLabels({ path, labels }: LinkedOperation, request: WireRequest, value: Values): void {
  const texts = matchPath(path, request.path)
  if (!texts) throw badPath('the path is not of this operation')
  labels.forEach((member, at) => {
    const text = percentDecode(texts[at] ?? '')
    if (text === undefined) throw badPath('percent-encoding that is not UTF-8')
    value[member.name] = readText(member, text)
  })
}

const badPath = (problem: string): BadValue => new BadValue({ kind: 'uri', problem })

function readQueries(input: LinkedStructure, { query }: WireRequest, value: Values): void {
  const pairs = readForm(query)
  for (const member of input.queries) {
    if (member.shape.type === 'list') {
      const { of } = member.shape
      const texts = pairs.filter(([name]) => name === member.bound)
      if (texts.length > 0) value[member.name] = texts.map(([, text]) => readText(of, text))
      continue
    }
    const found = pairs.find(([name]) => name === member.bound)
    if (found) value[member.name] = readText(member, found[1])
  }
}

function readHeaders(input: LinkedStructure, request: WireRequest, value: Values): void {
  const headers = headersOf(request)
  for (const member of input.headers) {
    const text = headers.get(member.boundKey)
    const read = text === undefined ? undefined : readHeader(member, text)
    if (read !== undefined) value[member.name] = read
  }
  for (const member of input.prefixes) {
    const read = readPrefix(member, headers)
    if (read) value[member.name] = read
  }
}

/** By lower-case name; repeated lines are one list (RFC 9110, 5.3). */
function headersOf({ rawHeaders }: WireRequest): Map<string, string> {
  const headers = new Map<string, string>()
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i]!.toLowerCase()
    const before = headers.get(name)
    const text = rawHeaders[i + 1]!
    headers.set(name, before === undefined ? text : `${before},${text}`)
  }
  return headers
}

function readHeader(member: LinkedMember, text: string): unknown {
  const { shape } = member
  if (shape.type === 'list') return splitList(text).map((item) => readText(shape.of, item))
  if (shape.type === 'timestamp') return readHeaderDate(member, text)
  return readText(member, text)
}

/** RFC 9110, 13.1.3: a conditional header whose value is no date is ignored, not refused. */
function readHeaderDate(member: LinkedMember, text: string): unknown {
  try {
    return readText(member, text)
  } catch (error) {
    if (member.format === 'rfc822' && error instanceof BadValue) return undefined
    throw error
  }
}

const splitList = (text: string): string[] => text.split(',').map((item) => item.trim())

/** Metadata: header names have no case, S3 gives them back in lower case. */
function readPrefix(
  { boundKey }: LinkedMember,
  headers: ReadonlyMap<string, string>,
): Record<string, string> | undefined {
  const found: Record<string, string> = Object.create(null)
  let isEmpty = true
  for (const [name, text] of headers) {
    if (!name.startsWith(boundKey) || name.length === boundKey.length) continue
    found[name.slice(boundKey.length)] = text
    isEmpty = false
  }
  return isEmpty ? undefined : found
}
