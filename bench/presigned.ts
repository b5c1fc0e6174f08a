/** A call as it goes on the wire, signed just before it is sent. */
import { signRequest } from '#kernel/sigv4/signRequest.ts'
import { type Endpoints, key } from './targets.ts'
import type { Call } from './workloads/workload.ts'

export interface Presigned {
  readonly url: URL
  /** Head and body, as they are written to the socket. */
  readonly bytes: Buffer
}

const nothing = Buffer.alloc(0)

/** `id` makes each unlike every other: a signature that was seen before proves nothing here. */
export function presigned(call: Call, endpoints: Endpoints, id: string): Presigned {
  const { service, method, path, query = '', body = nothing } = call
  const url = new URL(endpoints[service])
  const headers = signRequest({
    method,
    path,
    query,
    headers: { ...call.headers, host: url.host, 'amz-sdk-invocation-id': id },
    body,
    credentials: key,
    scope: { region: 'us-east-1', service },
    now: Date.now(),
    style: service === 's3' ? 's3' : 'standard',
  })
  if (method === 'PUT' || method === 'POST') headers['content-length'] = String(body.length)
  const target = query === '' ? path : `${path}?${query}`
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const head = `${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`
  return { url, bytes: Buffer.concat([Buffer.from(head, 'latin1'), body]) }
}
