/** Step 0: the request is signed in exactly one way, and it is the one that we verify: header, version 4. */
import { headerValues, type WireRequest } from '#kernel/http/wireRequest.ts'
import { mechanismOf } from '../authenticationMechanism.ts'
import type { QueryParameter } from '../canonicalQuery.ts'
import type { SignatureErrors } from '../errors/signatureErrors.ts'
import { authorizationScheme } from '../parseAuthorization.ts'

/** The value of the Authorization header. */
export function checkMechanism(
  request: Pick<WireRequest, 'rawHeaders'>,
  parameters: readonly QueryParameter[],
  errors: SignatureErrors,
): string {
  const authorizations = headerValues(request, 'authorization')
  const [authorization = ''] = authorizations
  const mechanism = mechanismOf(authorizations, parameters)
  switch (mechanism) {
    case 'header-v4':
      return authorization
    case 'anonymous':
      throw errors.missingAuthentication()
    case 'several':
      throw errors.severalMechanisms()
    case 'presigned-v4':
      throw errors.notImplemented('X-Amz-Algorithm')
    case 'presigned-v2':
    case 'header-v2':
    case 'header-v4a':
    case 'header-other':
      throw errors.unsupportedMechanism(mechanism, authorizationScheme(authorization))
  }
}
