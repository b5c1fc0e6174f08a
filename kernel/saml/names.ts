/** The names that SAML 2.0 and XML Signature give to things: namespaces, formats, bindings, algorithms. */

export const xmlNs = 'http://www.w3.org/XML/1998/namespace'
export const protocolNs = 'urn:oasis:names:tc:SAML:2.0:protocol'
export const assertionNs = 'urn:oasis:names:tc:SAML:2.0:assertion'
export const metadataNs = 'urn:oasis:names:tc:SAML:2.0:metadata'
export const signatureNs = 'http://www.w3.org/2000/09/xmldsig#'

export const bindings = {
  redirect: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect',
  post: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
} as const

export const nameIdFormats = {
  emailAddress: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
  unspecified: 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
  persistent: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
  transient: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
} as const

export const authnContexts = {
  password: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
  oneTimeCode: 'urn:oasis:names:tc:SAML:2.0:ac:classes:TimeSyncToken',
} as const

export const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer'

/** Status codes of a Response (SAML core 3.2.2.2): a top-level one, and inside it what exactly was the matter. */
export const statusCodes = {
  success: 'urn:oasis:names:tc:SAML:2.0:status:Success',
  requester: 'urn:oasis:names:tc:SAML:2.0:status:Requester',
  responder: 'urn:oasis:names:tc:SAML:2.0:status:Responder',
  noPassive: 'urn:oasis:names:tc:SAML:2.0:status:NoPassive',
  invalidNameIdPolicy: 'urn:oasis:names:tc:SAML:2.0:status:InvalidNameIDPolicy',
} as const

export const envelopedSignature = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'
export const exclusiveC14n = 'http://www.w3.org/2001/10/xml-exc-c14n#'
export const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'
export const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256'
