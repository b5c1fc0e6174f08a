/** Names whose values are secrets or bearer tokens, with the label that stands for them in a recording. */

export const sensitiveHeaders: ReadonlyMap<string, string> = new Map([
  ['x-amz-security-token', 'session-token'],
  ['x-amz-sso_bearer_token', 'access-token'],
  ['x-amz-sso-bearer-token', 'access-token'],
  ['x-amz-server-side-encryption-customer-key', 'customer-key'],
  ['x-amz-copy-source-server-side-encryption-customer-key', 'customer-key'],
  ['cookie', 'cookie'],
  ['set-cookie', 'cookie'],
  ['x-hopscope-token', 'control-token'],
])

/** Members of JSON, form fields, query parameters, XML elements and hidden inputs, in lower case. */
export const sensitiveFields: ReadonlyMap<string, string> = new Map([
  ['password', 'password'],
  ['totp', 'one-time-code'],
  ['tokencode', 'one-time-code'],
  ['totpsecret', 'totp-secret'],
  ['secretaccesskey', 'secret-access-key'],
  ['sessiontoken', 'session-token'],
  ['x-amz-security-token', 'session-token'],
  ['token-0', 'session-token'],
  ['accesstoken', 'access-token'],
  ['refreshtoken', 'refresh-token'],
  ['idtoken', 'id-token'],
  ['clientsecret', 'client-secret'],
  ['devicecode', 'device-code'],
  ['codeverifier', 'code-verifier'],
  ['webidentitytoken', 'id-token'],
  ['samlresponse', 'saml-response'],
  ['samlassertion', 'saml-response'],
  ['csrf', 'csrf-token'],
  // S3 shows the bytes of what was signed, in hexadecimal, and the session token is among them.
  ['canonicalrequestbytes', 'canonical-request-bytes'],
])

/** In targets, forms and JSON alone: an XML answer's `Code` is an error code. */
export const sensitiveParameters: ReadonlyMap<string, string> = new Map([
  ...sensitiveFields,
  ['code', 'authorization-code'],
])
