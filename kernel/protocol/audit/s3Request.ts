/** S3: bucket and key under names of their own, query and headers as they were sent, an XML body under its element. */
import { header, type WireRequest } from '#kernel/http/wireRequest.ts'
import { looseForm } from '../form.ts'
import type { LinkedApi, LinkedMember, LinkedOperation, LinkedStructure } from '../linked.ts'
import { writeText } from '../scalar.ts'

type Values = Readonly<Record<string, unknown>>

const labelNames: Readonly<Record<string, string>> = { Bucket: 'bucketName', Key: 'key' }

/** Presigned URLs carry their signature and session in the query: never recorded. */
const secretQueries: ReadonlySet<string> = new Set([
  ...['x-amz-credential', 'x-amz-security-token', 'x-amz-signature'],
  ...['awsaccesskeyid', 'signature', 'x-amz-server-side-encryption-customer-key'],
])

export function auditS3Request(
  { model }: LinkedApi,
  { labels, input }: LinkedOperation,
  value: unknown,
  request: WireRequest,
): Values {
  const values = (value ?? {}) as Values
  return {
    ...bodyView(input, values, model.xmlns),
    ...Object.fromEntries(labels.map(({ name }) => [labelNames[name] ?? name, values[name]])),
    ...hostView(request),
    ...queryView(request),
    ...headerView(input, request),
  }
}

function bodyView({ payload }: LinkedStructure, values: Values, xmlns?: string): Values {
  const value = payload && values[payload.name]
  if (payload?.shape.type !== 'structure' || value === undefined) return {}
  return { [payload.wire]: { ...elementView(payload.shape, value as Values), xmlns } }
}

/** Elements by their names, one as an object, several as a list. */
function elementView(structure: LinkedStructure, values: Values): Values {
  const given = structure.body.filter(({ name }) => values[name] !== undefined)
  return Object.fromEntries(
    given.map((member) => [member.wire, textView(member, values[member.name])]),
  )
}

function textView(member: LinkedMember, value: unknown): unknown {
  const { shape } = member
  if (shape.type === 'structure') return elementView(shape, value as Values)
  if (shape.type !== 'list') return writeText(member, value, 'milliseconds')
  const items = (value as readonly unknown[]).map((item) => textView(shape.of, item))
  const content = items.length === 1 ? items[0] : items
  return member.flat ? content : { [shape.of.wire]: content }
}

function hostView(request: WireRequest): Values {
  const host = header(request, 'host')
  return host === undefined ? {} : { Host: host }
}

function queryView({ query }: WireRequest): Values {
  const shown = [...looseForm(query)].filter(([name]) => !secretQueries.has(name.toLowerCase()))
  return Object.fromEntries(shown)
}

function headerView({ headers }: LinkedStructure, request: WireRequest): Values {
  const shown = headers.flatMap(({ bound, boundKey, sensitive }) => {
    const text = sensitive ? undefined : header(request, boundKey)
    return text === undefined ? [] : [[bound, text] as const]
  })
  return Object.fromEntries(shown)
}
