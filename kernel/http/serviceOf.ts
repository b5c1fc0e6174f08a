/** Whose request is this? By credential scope, `X-Amz-Target`, path, unsigned `Action`, Host; else S3's. */
import type { IncomingMessage } from 'node:http'
import type { RegistryRow } from './registry.ts'

type Head = Pick<IncomingMessage, 'method' | 'url' | 'rawHeaders'>

export function serviceOf(request: Head, rows: readonly RegistryRow[]): string | undefined {
  const head = readHead(request)
  const by = (test: (row: RegistryRow) => boolean) => rows.find(test)?.name
  if (head.signingName !== undefined) {
    const { signingName } = head
    return by((row) => row.signingNames.includes(signingName))
  }
  if (head.target !== undefined) {
    const { target } = head
    return by((row) => row.targets.some((prefix) => target.startsWith(`${prefix}.`)))
  }
  return (
    by((row) => row.paths.some((path) => matches(path, head.path))) ??
    by((row) => head.action !== undefined && row.unsignedActions.includes(head.action)) ??
    by((row) => head.isForm && row.unsignedActions.length > 0) ??
    by((row) => row.hosts.includes(head.host)) ??
    by((row) => row.fallback === true)
  )
}

interface Recognised {
  path: string
  host: string
  signingName: string | undefined
  target: string | undefined
  action: string | undefined
  /** POST / with a form: its Action is in the body, which the gateway does not read. */
  isForm: boolean
}

function readHead({ method, url = '/', rawHeaders }: Head): Recognised {
  const mark = url.indexOf('?')
  const path = mark < 0 ? url : url.slice(0, mark)
  const query = mark < 0 ? '' : url.slice(mark + 1)
  let authorization = ''
  let target: string | undefined
  let host = ''
  let contentType = ''
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i]!.toLowerCase()
    const value = rawHeaders[i + 1]!
    if (name === 'authorization') authorization = value
    else if (name === 'x-amz-target') target = value
    else if (name === 'host') host = value
    else if (name === 'content-type') contentType = value
  }
  return {
    path,
    host: host.split('.')[0]!,
    signingName: scopeService(authorization, query),
    target,
    action: parameter(query, 'Action'),
    isForm:
      method === 'POST' &&
      path === '/' &&
      contentType.startsWith('application/x-www-form-urlencoded'),
  }
}

/** Fourth part of the credential: `AKID/20261124/us-east-1/s3/aws4_request`. */
function scopeService(authorization: string, query: string): string | undefined {
  const credential =
    /Credential=([^,\s]+)/.exec(authorization)?.[1] ?? parameter(query, 'X-Amz-Credential')
  return credential?.split('/').at(-2)
}

function parameter(query: string, name: string): string | undefined {
  for (const pair of query.split('&'))
    if (pair.startsWith(`${name}=`)) return pair.slice(name.length + 1).replaceAll('%2F', '/')
  return undefined
}

function matches(known: string, path: string): boolean {
  return known.endsWith('/*') ? path.startsWith(known.slice(0, -1)) : path === known
}
