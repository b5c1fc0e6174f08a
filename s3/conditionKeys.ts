/** S3's own condition keys (Service Authorization Reference, "Condition keys for Amazon S3"). */
import type { Exchange } from '#kernel/http/exchange.ts'
import { header, type WireRequest } from '#kernel/http/wireRequest.ts'
import { formValue } from '#kernel/protocol/form.ts'
import type { Tag } from './model/shapes.ts'

type Keys = Readonly<Record<string, string[]>>

/** Those that every signed request has: how it was signed, and how long ago. */
export function signatureKeys(x: Exchange): Record<string, string[]> {
  const { claim } = x
  if (!claim) return {}
  const age = Math.max(0, x.service.context.clock.now() - claim.requestedAt)
  return {
    's3:authType': [claim.kind === 'presigned' ? 'REST-QUERY-STRING' : 'REST-HEADER'],
    's3:signatureversion': ['AWS4-HMAC-SHA256'],
    's3:signatureAge': [String(age)],
    's3:x-amz-content-sha256': [claim.payload.hash],
  }
}

/** Headers as keys of their own names: `x-amz-acl` is `s3:x-amz-acl`. Absent where the header is. */
export const headerKeys = (request: WireRequest, names: readonly string[]): Keys =>
  keysOf(names, (name) => header(request, name))

/** Query parameters likewise: `s3:prefix`, `s3:max-keys`. */
export const queryKeys = ({ query }: WireRequest, names: readonly string[]): Keys =>
  keysOf(names, (name) => formValue(query, name))

/** Tags that a request brings: `aws:RequestTag/team`, and the names of all. */
export function tagKeys(tags: readonly Partial<Tag>[] | undefined): Keys {
  if (!tags?.length) return {}
  const named = tags.filter(({ Key, Value }) => Key !== undefined && Value !== undefined)
  const keys = named.map(({ Key, Value }) => [`aws:RequestTag/${Key}`, [Value!]] as const)
  return { ...Object.fromEntries(keys), 'aws:TagKeys': named.map(({ Key }) => Key!) }
}

function keysOf(names: readonly string[], read: (name: string) => string | undefined): Keys {
  const found = names.flatMap((name): [string, string[]][] => {
    const value = read(name)
    return value === undefined ? [] : [[`s3:${name}`, [value]]]
  })
  return Object.fromEntries(found)
}
