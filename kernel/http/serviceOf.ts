/** Whose request is this? By credential scope, `X-Amz-Target`, path, unsigned `Action`, Host; else S3's. */
import type { IncomingMessage } from 'node:http'
import { credentialParts, parameter } from './credentialParts.ts'
import type { RegistryRow } from './registry.ts'
import { header, splitTarget } from './wireRequest.ts'

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

function readHead(request: Head): Recognised {
  const { path, query } = splitTarget(request.url)
  const contentType = header(request, 'content-type') ?? ''
  return {
    path,
    host: (header(request, 'host') ?? '').split('.')[0]!,
    signingName: credentialParts(request).signingName,
    target: header(request, 'x-amz-target'),
    action: parameter(query, 'Action'),
    isForm:
      request.method === 'POST' &&
      path === '/' &&
      contentType.startsWith('application/x-www-form-urlencoded'),
  }
}

function matches(known: string, path: string): boolean {
  return known.endsWith('/*') ? path.startsWith(known.slice(0, -1)) : path === known
}
