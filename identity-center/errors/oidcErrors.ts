/**
 * Refusals of the OIDC endpoint: the error codes of RFC 6749 5.2 and RFC 8628 3.5 under AWS's exception names.
 * AWS sends no `message`, and botocore then prints nothing; ours says what is wrong to its users too.
 * [inf] The descriptions are ours where AWS's are not known.
 */
import { AwsError } from '#kernel/errors/awsError.ts'

interface OidcError {
  readonly code: string
  readonly error: string
  readonly description: string
  readonly status?: number
  readonly detail?: Readonly<Record<string, unknown>>
}

function oidcError({ code, error, description, status = 400, detail = {} }: OidcError): AwsError {
  return new AwsError({
    code,
    status,
    message: description,
    members: { error, error_description: description, message: description },
    detail,
  })
}

export const invalidRequest = (description: string): AwsError =>
  oidcError({ code: 'InvalidRequestException', error: 'invalid_request', description })

export const noInstance = (): AwsError =>
  invalidRequest('This sandbox has no Identity Center: its seed sets up none')

export const unknownStartUrl = (startUrl: string, expected: string): AwsError =>
  oidcError({
    code: 'InvalidRequestException',
    error: 'invalid_request',
    description: 'Invalid startUrl provided',
    detail: { startUrl: startUrl.slice(0, 300), expected },
  })

export const invalidClient = (because: string): AwsError =>
  oidcError({
    code: 'InvalidClientException',
    error: 'invalid_client',
    description: 'Invalid client provided',
    status: 401,
    detail: { because },
  })

export const invalidClientMetadata = (description: string): AwsError =>
  oidcError({
    code: 'InvalidClientMetadataException',
    error: 'invalid_client_metadata',
    description,
  })

export const redirectUrisNotImplemented = (): AwsError =>
  oidcError({
    code: 'InvalidRedirectUriException',
    error: 'invalid_redirect_uri',
    description: 'Redirect URIs are not implemented; use the device code grant',
  })

export const invalidScope = (scope: string): AwsError =>
  oidcError({
    code: 'InvalidScopeException',
    error: 'invalid_scope',
    description: 'Invalid scope provided',
    detail: { scope: scope.slice(0, 200) },
  })

/** Grants of the real API that this one lacks, and grants that nobody knows. */
export const unsupportedGrantType = (description: string): AwsError =>
  oidcError({
    code: 'UnsupportedGrantTypeException',
    error: 'unsupported_grant_type',
    description,
  })

export const invalidGrant = (because: string): AwsError =>
  oidcError({
    code: 'InvalidGrantException',
    error: 'invalid_grant',
    description: 'Invalid grant provided',
    detail: { because },
  })

export const authorizationPending = (): AwsError =>
  oidcError({
    code: 'AuthorizationPendingException',
    error: 'authorization_pending',
    description: 'Authorization is still pending',
  })

export const slowDown = (description: string): AwsError =>
  oidcError({ code: 'SlowDownException', error: 'slow_down', description })

export const expiredDeviceCode = (): AwsError =>
  oidcError({
    code: 'ExpiredTokenException',
    error: 'expired_token',
    description: 'Device code has expired',
  })

export const deniedByUser = (): AwsError =>
  oidcError({
    code: 'AccessDeniedException',
    error: 'access_denied',
    description: 'The user denied access to this client',
  })
