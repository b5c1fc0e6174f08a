/** A call of the sample API as raw bytes: signed with its one key, or with what a test puts in its place. */
import { type SigningCredentials, signRequest } from '#kernel/sigv4/signRequest.ts'
import { key, NOON } from './sampleService.ts'

export interface Calling {
  readonly port: number
  readonly action: string
  readonly more?: string
  readonly credentials?: SigningCredentials
  readonly now?: number
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly service?: string
}

export function signedCall({
  port,
  action,
  more = '',
  credentials = key,
  now = NOON,
  path = '/',
  headers = {},
  service = 'sample',
}: Calling): string {
  const body = Buffer.from(`Action=${action}&Version=2026-01-01${more}`)
  const signed = signRequest({
    method: 'POST',
    path,
    query: '',
    headers: {
      host: `127.0.0.1:${port}`,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(body.length),
      ...headers,
    },
    body,
    credentials,
    scope: { region: 'us-east-1', service },
    now,
    style: 'standard',
  })
  const lines = Object.entries(signed).map(([name, value]) => `${name}: ${value}`)
  return `POST ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`
}
