/**
 * The control API: resets, moves time, hands out accounts and recordings. Its own loopback port, never behind
 * the gateway. A page of some other site must not reach it: Host and Origin are checked, JSON only, no CORS,
 * and everything but /health needs the token.
 */
import { timingSafeEqual } from 'node:crypto'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { boundedServer } from '#kernel/http/boundedServer.ts'
import { controlLimits } from '#kernel/http/limits.ts'
import { routeSchemas } from '#kernel/http/routeSchemas.ts'
import { closeServer } from '../listen.ts'
import type { Sandbox } from '../sandbox.ts'
import { registerAccounts } from './accounts.ts'
import { registerClock } from './clock.ts'
import { registerProfiles } from './profiles.ts'
import { registerRuns } from './runs.ts'
import { registerSourceIp } from './sourceIp.ts'
import { type Problem, strangerProblem } from './strangerProblem.ts'

export type ControlledSandbox = Omit<Sandbox, 'endpoint' | 'endpoints' | 'admin'>

export function createControlServer(sandbox: ControlledSandbox): FastifyInstance {
  const app = Fastify({
    serverFactory: (request) => boundedServer(controlLimits, { request }),
    // The server has its own.
    clientErrorHandler: () => {},
    bodyLimit: 65_536,
    forceCloseConnections: true,
    schemaController: routeSchemas,
  })
  takeJsonAlone(app)
  // Fastify leaves a server alone that it did not itself tell to listen.
  app.addHook('onClose', () => closeServer(app.server))
  app.addHook('onRequest', async (request, reply) => {
    const problem = strangerProblem(request.raw) ?? tokenProblem(request, sandbox.controlToken)
    if (problem) await refuse(reply, problem.status, problem.message)
  })
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? (error instanceof RangeError ? 400 : 500)
    return refuse(reply, status, status === 500 ? 'the sandbox failed to do this' : error.message)
  })
  app.setNotFoundHandler((request, reply) =>
    refuse(
      reply,
      404,
      `there is no ${request.method} ${request.url.split('?')[0]} in the control API`,
    ),
  )
  app.get('/health', async () => ({ status: 'ok' }))
  app.post('/reset', async (_request, reply) => {
    await sandbox.reset()
    return reply.code(204).send()
  })
  registerClock(app, sandbox)
  registerAccounts(app, sandbox)
  registerProfiles(app, sandbox)
  registerSourceIp(app, sandbox)
  registerRuns(app, sandbox)
  return app
}

/** A browser's form can send neither JSON nor our header; and a body may be left out where none is needed. */
function takeJsonAlone(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    if (body === '') return done(null, undefined)
    try {
      done(null, JSON.parse(String(body)))
    } catch {
      done(Object.assign(new Error('the body is no JSON'), { statusCode: 400 }))
    }
  })
}

const refuse = (reply: FastifyReply, status: number, message: string) =>
  reply.code(status).send({ error: message })

function tokenProblem(request: FastifyRequest, token: string): Problem | undefined {
  if (request.url === '/health') return undefined
  const given = Buffer.from(String(request.headers['x-hopscope-token'] ?? ''))
  const wanted = Buffer.from(token)
  if (given.length === wanted.length && timingSafeEqual(given, wanted)) return undefined
  return {
    status: 401,
    message: 'the header x-hopscope-token must carry the token that start printed',
  }
}
