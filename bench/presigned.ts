/** A call as it goes on the wire, signed just before it is sent. */
import { signRequest } from '#kernel/sigv4/signRequest.ts'
import { type Endpoints, key } from './targets.ts'
import type { Call } from './workloads/workload.ts'

export interface Presigned {
  readonly url: URL
  readonly method: string
  readonly path: string
  readonly headers: Record<string, string>
  readonly body: Buffer
}

const nothing = Buffer.alloc(0)

/** `id` makes each unlike every other: a signature that was seen before proves nothing here. */
export function presigned(call: Call, endpoints: Endpoints, id: string): Presigned {
  const { service, method, path, body = nothing } = call
  const url = new URL(endpoints[service])
  const headers = signRequest({
    method,
    path,
    query: '',
    headers: { ...call.headers, host: url.host, 'amz-sdk-invocation-id': id },
    body,
    credentials: key,
    scope: { region: 'us-east-1', service },
    now: Date.now(),
    style: service === 's3' ? 's3' : 'standard',
  })
  if (method === 'PUT' || method === 'POST') headers['content-length'] = String(body.length)
  return { url, method, path, headers, body }
}
