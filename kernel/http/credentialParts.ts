/** What a request says of its key, read before anybody proves it: enough to route, never to believe. */
import type { IncomingMessage } from 'node:http'
import { header, splitTarget } from './wireRequest.ts'

export interface CredentialParts {
  readonly accessKeyId?: string | undefined
  readonly signingName?: string | undefined
}

/** Key id and service of `AKID/20261124/us-east-1/s3/aws4_request`, out of the header, else the query. */
export function credentialParts(
  request: Pick<IncomingMessage, 'url' | 'rawHeaders'>,
): CredentialParts {
  const authorization = header(request, 'authorization') ?? ''
  const credential =
    /Credential=([^,\s]+)/.exec(authorization)?.[1] ??
    parameter(splitTarget(request.url).query, 'X-Amz-Credential')
  const parts = credential?.split('/')
  return { accessKeyId: parts?.[0], signingName: parts?.at(-2) }
}

/** The first value of a query parameter, as far as routing needs it decoded. */
export function parameter(query: string, name: string): string | undefined {
  for (const pair of query.split('&'))
    if (pair.startsWith(`${name}=`)) return pair.slice(name.length + 1).replaceAll(/%2f/gi, '/')
  return undefined
}
