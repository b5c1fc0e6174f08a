/** Which way of authenticating a request uses. Decided once, on header and query, before anything is believed. */
import type { WireRequest } from '#kernel/http/wireRequest.ts'
import { headerValues } from '#kernel/http/wireRequest.ts'
import { type QueryParameter, queryParameters } from './canonicalQuery.ts'
import { authorizationScheme } from './parseAuthorization.ts'
import { ALGORITHM } from './stringToSign.ts'

export type AuthenticationMechanism =
  | 'header-v4'
  /** SigV4A: `AWS4-ECDSA-P256-SHA256`. */
  | 'header-v4a'
  /** `AWS AKID:signature`, before 2012. */
  | 'header-v2'
  /** Basic, Bearer, anything that is not AWS's. */
  | 'header-other'
  /** A URL that carries its signature, of version 4 or 4A. */
  | 'presigned-v4'
  | 'presigned-v2'
  | 'anonymous'
  /** More than one of them: no reading of such a request is safe. */
  | 'several'

export const ALGORITHM_V4A = 'AWS4-ECDSA-P256-SHA256'

export function authenticationMechanism(
  request: Pick<WireRequest, 'query' | 'rawHeaders'>,
): AuthenticationMechanism {
  const parameters = queryParameters(request.query)
  return mechanismOf(headerValues(request, 'authorization'), parameters)
}

/** The same, over parts that the caller has already. */
export function mechanismOf(
  authorizations: readonly string[],
  parameters: readonly QueryParameter[],
): AuthenticationMechanism {
  const found = authorizations.map(headerMechanism)
  if (hasAny(parameters, PRESIGNED_V4)) found.push('presigned-v4')
  if (hasAny(parameters, PRESIGNED_V2)) found.push('presigned-v2')
  if (found.length > 1) return 'several'
  return found[0] ?? 'anonymous'
}

/** Any of them claims to be signed, also when others are missing: half a presigned URL is not anonymous. */
const PRESIGNED_V4 = new Set(['X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Signature'])
const PRESIGNED_V2 = new Set(['AWSAccessKeyId', 'Signature'])

const hasAny = (parameters: readonly QueryParameter[], names: ReadonlySet<string>) =>
  parameters.some(({ name }) => names.has(name))

function headerMechanism(authorization: string): AuthenticationMechanism {
  switch (authorizationScheme(authorization)) {
    case ALGORITHM:
      return 'header-v4'
    case ALGORITHM_V4A:
      return 'header-v4a'
    case 'AWS':
      return 'header-v2'
    default:
      return 'header-other'
  }
}
