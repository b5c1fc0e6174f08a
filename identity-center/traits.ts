/** What no model says of Identity Center's two public wires: the OIDC endpoint and the access portal. */
import type { RefusalTemplate, ServiceTraits } from '#kernel/protocol/model.ts'

const unknown: RefusalTemplate = { code: 'UnknownOperationException', status: 404, message: '' }

const notImplemented: RefusalTemplate = {
  code: 'NotImplemented',
  status: 501,
  message: 'The operation {operation} is not implemented.',
}

const audit = { auditStyle: 'members', auditMask: 'HIDDEN_DUE_TO_SECURITY_REASONS' } as const

const wire = {
  xmlDates: 'seconds',
  xmlLayout: 'compact',
  // Both answer InvalidRequestException in words of their own.
  validationCode: null,
  constraintOrder: [],
  requestIdHeader: 'x-amzn-RequestId',
  headers: {},
} as const

/** RFC 6749, 5.2: errors carry `error` and `error_description`; `message` is what botocore prints. */
const invalidRequest: RefusalTemplate = {
  code: 'InvalidRequestException',
  status: 400,
  message: '{problem}',
  members: { error: 'invalid_request', error_description: '{problem}', message: '{problem}' },
}

export const ssoOidcTraits: ServiceTraits = {
  ...wire,
  ...audit,
  refusals: {
    unknown,
    notImplemented,
    malformedBody: invalidRequest,
    malformedUri: invalidRequest,
    malformedValue: invalidRequest,
  },
  errorTypeSuffix: ':http://internal.amazon.com/coral/com.amazonaws.sso.oidc/',
}

const invalidPortalRequest: RefusalTemplate = {
  code: 'InvalidRequestException',
  status: 400,
  message: '{problem}',
}

export const ssoTraits: ServiceTraits = {
  ...wire,
  ...audit,
  refusals: {
    unknown,
    notImplemented,
    malformedBody: invalidPortalRequest,
    malformedUri: invalidPortalRequest,
    malformedValue: invalidPortalRequest,
  },
  errorNamespace: 'com.amazonaws.switchboard.portal#',
}
