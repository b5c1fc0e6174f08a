/** Response without Assertion: the identity provider could not or may not answer, and says why (SAML core 3.2.2). */
import { canonicalXml } from './canonicalXml.ts'
import { printInstant } from './instant.ts'
import { assertionNs, protocolNs, statusCodes } from './names.ts'
import { element } from './xmlElement.ts'

export interface StatusClaims {
  readonly responseId: string
  readonly issuer: string
  readonly issueInstant: number
  readonly recipient: string
  readonly inResponseTo?: string | undefined
  readonly status: keyof typeof topLevel
}

/** Whose fault each status is: the requester asked for what we cannot give, or the responder may not answer now. */
const topLevel = { noPassive: 'responder', invalidNameIdPolicy: 'requester' } as const

export function buildStatusResponse(claims: StatusClaims): string {
  const attributes = {
    ID: claims.responseId,
    Version: '2.0',
    IssueInstant: printInstant(claims.issueInstant),
    Destination: claims.recipient,
    InResponseTo: claims.inResponseTo,
  }
  return canonicalXml(
    element('samlp:Response', protocolNs, attributes, [
      element('saml:Issuer', assertionNs, {}, [claims.issuer]),
      element('samlp:Status', protocolNs, {}, [
        element('samlp:StatusCode', protocolNs, { Value: statusCodes[topLevel[claims.status]] }, [
          element('samlp:StatusCode', protocolNs, { Value: statusCodes[claims.status] }),
        ]),
      ]),
    ]),
  )
}
