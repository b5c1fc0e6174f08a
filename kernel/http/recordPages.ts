/** Pages for people are part of the flow: their requests and answers go into the recording like API calls. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ExchangeTrace } from '#kernel/trace/recorder.ts'
import { wireRequestOf } from './runPipeline.ts'
import type { RunningService } from './service.ts'

export function recordPages(
  app: FastifyInstance,
  service: RunningService,
  isPage: (url: string | undefined) => boolean,
): void {
  const { recorder, ids, name } = service.context
  if (!recorder) return
  const traces = new WeakMap<FastifyRequest, ExchangeTrace>()
  app.addHook('preHandler', (request, _reply, done) => {
    if (isPage(request.originalUrl))
      traces.set(
        request,
        recorder.exchange({ service: name, requestId: ids.uuid(), request: pageRequest(request) }),
      )
    done()
  })
  app.addHook('onSend', (request, reply, payload, done) => {
    const headers = Object.fromEntries(
      Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]),
    )
    traces.get(request)?.answered({
      status: reply.statusCode,
      headers,
      body: Buffer.from(typeof payload === 'string' ? payload : ''),
    })
    done(null, payload)
  })
}

function pageRequest(request: FastifyRequest) {
  const wire = wireRequestOf(request.raw)
  const target = request.originalUrl
  const mark = target.indexOf('?')
  const form = request.body as Record<string, string> | undefined
  return {
    ...wire,
    path: mark < 0 ? target : target.slice(0, mark),
    query: mark < 0 ? '' : target.slice(mark + 1),
    body: Buffer.from(form ? new URLSearchParams(form).toString() : ''),
  }
}

/** Lets a page's handler write its checks into the recording. */
export type PageExplain = (topic: string, data: Readonly<Record<string, unknown>>) => void
