/** GET /platform/saml/metadata: what an identity provider must know to answer us (SAML metadata 2.4.4). */
import type { FastifyInstance } from 'fastify'
import { buildSpMetadata } from '#kernel/saml/spMetadata.ts'
import { consumerUrlOf, entityIdOf } from '../instance.ts'
import { type PageContext, visit } from '../visit.ts'

export function metadata(app: FastifyInstance, context: PageContext): void {
  app.get('/platform/saml/metadata', async (request, reply) => {
    const { instance } = await visit(context, request)
    reply.header('content-type', 'application/samlmetadata+xml; charset=utf-8')
    return buildSpMetadata({
      entityId: entityIdOf(instance),
      acsUrls: [consumerUrlOf(instance, context.keys.portalUrl())],
    })
  })
}
