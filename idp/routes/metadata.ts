/** GET /metadata: what a service provider must know to trust us. */
import type { FastifyInstance } from 'fastify'
import { buildIdpMetadata } from '#kernel/saml/idpMetadata.ts'
import { bindings } from '#kernel/saml/names.ts'
import { company } from '../company.ts'
import { entityIdOf, type Idp, ssoUrlOf } from '../idpDeps.ts'

export function metadata(app: FastifyInstance, idp: Idp): void {
  app.get('/metadata', async (_request, reply) => {
    reply.header('content-type', 'application/samlmetadata+xml; charset=utf-8')
    return metadataOf(idp)
  })
}

export async function metadataOf(idp: Idp): Promise<string> {
  const { certificateBase64 } = await idp.signingIdentity()
  const location = ssoUrlOf(idp)
  return buildIdpMetadata({
    entityId: entityIdOf(idp),
    company,
    certificates: [certificateBase64],
    singleSignOn: [
      { binding: bindings.redirect, location },
      { binding: bindings.post, location },
    ],
  })
}
