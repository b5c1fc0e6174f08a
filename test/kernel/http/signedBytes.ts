/** A signed request as lines, so that a test can change any of them after the signature was made. */
import { type SigningCredentials, signRequest } from '#kernel/sigv4/signRequest.ts'

export interface Signable {
  readonly port: number
  readonly service: 's3' | 'sts' | 'iam'
  readonly credentials: SigningCredentials
  readonly method?: string
  readonly path?: string
  readonly query?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly now?: number
}

export interface SignedLines {
  method: string
  target: string
  /** Name and value, in order. */
  headers: [name: string, value: string][]
  body: string
}

export function signedLines(request: Signable): SignedLines {
  const { port, service, credentials, method = 'GET', path = '/', query = '', body = '' } = request
  const headers = signRequest({
    method,
    path,
    query,
    headers: {
      host: `127.0.0.1:${port}`,
      ...(body !== '' && { 'content-length': String(Buffer.byteLength(body)) }),
      ...request.headers,
    },
    body: Buffer.from(body),
    credentials,
    scope: { region: 'us-east-1', service },
    now: request.now ?? Date.now(),
    style: service === 's3' ? 's3' : 'standard',
  })
  const target = query === '' ? path : `${path}?${query}`
  return { method, target, headers: Object.entries(headers), body }
}

export function printed({ method, target, headers, body }: SignedLines): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}`)
  return [`${method} ${target} HTTP/1.1`, ...lines, '', body].join('\r\n')
}
