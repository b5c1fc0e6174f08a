/** The metadata of an identity provider, as it would hand it to IAM. */
import { buildIdpMetadata } from '#kernel/saml/idpMetadata.ts'

export const metadataOf = (entityId: string): Promise<string> =>
  buildIdpMetadata({
    entityId,
    certificates: [Buffer.alloc(900, 1).toString('base64')],
    singleSignOn: [
      {
        binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
        location: 'https://idp.example.com/sso',
      },
    ],
  })
