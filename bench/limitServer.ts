/**
 * "Lim": what Fastify, a verified signature, a checked body, its MD5 and a map in memory cost alone: the floor that
 * a service is held against. It knows one key, has no policies and no operations.
 */
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { readBody } from '#kernel/http/readBody.ts'
import { wireRequestOf } from '#kernel/http/runPipeline.ts'
import { header, type WireRequest } from '#kernel/http/wireRequest.ts'
import { signingKey } from '#kernel/sigv4/signingKey.ts'
import { checkClaim } from '#kernel/sigv4/verify/checkClaim.ts'
import { checkPayload } from '#kernel/sigv4/verify/checkPayload.ts'
import { readClaim } from '#kernel/sigv4/verify/readClaim.ts'
import { createLimitObjects, type LimitObjects } from './limitObjects.ts'

const text = Buffer.from('<GetCallerIdentityResponse/>')

type Verify = (request: WireRequest) => void

/** Resolves to its URL. */
export async function startLimitServer(secretAccessKey: string): Promise<string> {
  const app = Fastify()
  const verify = verifier(secretAccessKey)
  const objects = createLimitObjects()
  app.addHook('onRequest', async (request, reply) => {
    reply.hijack()
    const answer = await answerTo(request.raw, verify, objects)
    reply.raw.writeHead(200, { 'content-type': 'text/xml', 'content-length': answer.length })
    reply.raw.end(answer)
  })
  app.route({ method: ['GET', 'POST', 'PUT', 'DELETE'], url: '/*', handler: async () => '' })
  await app.listen({ host: '127.0.0.1', port: 0 })
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
}

async function answerTo(
  message: IncomingMessage,
  verify: Verify,
  objects: LimitObjects,
): Promise<Buffer> {
  const body = await readBody(message, 65_536)
  const request = { ...wireRequestOf(message), body }
  verify(request)
  if (request.method === 'GET') return read(request, objects)
  const etag = createHash('md5').update(body).digest('hex')
  switch (request.method) {
    case 'PUT':
      objects.put(request.path, { body, etag, modifiedAt: Date.now() })
      return text
    case 'DELETE':
      objects.delete(request.path)
      return text
    default:
      return text
  }
}

function read({ path, query }: WireRequest, objects: LimitObjects): Buffer {
  const list = /^list-type=2&start-after=(.*)$/.exec(query)
  return list ? objects.page(path, list[1]!) : (objects.get(path) ?? text)
}

/** The signing key is kept, as every service may. */
function verifier(secretAccessKey: string): Verify {
  const keys = new Map<string, Buffer>()
  return (request) => {
    const service = header(request, 'authorization')?.split('/')[3] ?? ''
    const style = service === 's3' ? 's3' : 'query'
    const claim = readClaim(request, { style, service, clocks: [Date.now()] })
    const name = `${service}/${claim.scope.date}`
    const key = keys.get(name) ?? signingKey(secretAccessKey, claim.scope)
    keys.set(name, key)
    checkClaim(claim, key)
    checkPayload(claim, request.body)
  }
}
