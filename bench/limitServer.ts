/** "Lim": what Fastify and a verified signature cost alone, with a fixed answer: the floor that a service is held against. */
import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { readBody } from '#kernel/http/readBody.ts'
import { wireRequestOf } from '#kernel/http/runPipeline.ts'
import { signingKey } from '#kernel/sigv4/signingKey.ts'
import { checkClaim } from '#kernel/sigv4/verify/checkClaim.ts'
import { readClaim } from '#kernel/sigv4/verify/readClaim.ts'

const answer = Buffer.from('<GetCallerIdentityResponse/>')

/** Resolves to its URL. The signing key is cached, as every service may. */
export async function startLimitServer(secretAccessKey: string): Promise<string> {
  const app = Fastify()
  const keys = new Map<string, Buffer>()
  app.addHook('onRequest', async (request, reply) => {
    reply.hijack()
    const body = await readBody(request.raw, 65_536)
    const claim = readClaim(
      { ...wireRequestOf(request.raw), body },
      { style: 'query', service: 'sts', clocks: [Date.now()] },
    )
    const key = keys.get(claim.scope.date) ?? signingKey(secretAccessKey, claim.scope)
    keys.set(claim.scope.date, key)
    checkClaim(claim, key)
    createHash('md5').update(body).digest()
    reply.raw.writeHead(200, { 'content-type': 'text/xml', 'content-length': answer.length })
    reply.raw.end(answer)
  })
  app.post('/', async () => '')
  await app.listen({ host: '127.0.0.1', port: 0 })
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
}
