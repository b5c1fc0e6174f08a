/** Pages for people are part of the flow: their requests, answers and checks go into the recording like API calls. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Outcome } from '#kernel/journal/outcome.ts'
import type { ExchangeTrace } from '#kernel/trace/recorder.ts'
import type { HeaderList } from '#kernel/trace/recording.ts'
import type { Explain } from './operation.ts'
import { wireRequestOf } from './runPipeline.ts'
import type { RunningService } from './service.ts'
import type { WireRequest } from './wireRequest.ts'

/** Weak: a trace lives as long as its request. */
const traces = new WeakMap<FastifyRequest, ExchangeTrace>()

const silent: Explain = () => {}

/** Writes what a page's handler checked into the recording of this request; does nothing where nobody records. */
export function explainPage(request: FastifyRequest): Explain {
  return traces.get(request)?.explain ?? silent
}

/** Shows the outcome that a page's handler put into the journal. */
export function auditPage(request: FastifyRequest, outcome: Outcome): void {
  traces.get(request)?.audit(outcome)
}

export function recordPages(app: FastifyInstance, service: RunningService): void {
  const { recorder, ids, name } = service.context
  if (!recorder) return
  // Drawn apart: what a page itself draws must not depend on whether somebody records.
  const requestIds = ids.fork('recorded-pages')
  app.addHook('preHandler', (request, _reply, done) => {
    const wire = pageRequest(request)
    const trace = recorder.exchange({
      service: name,
      requestId: requestIds.uuid(),
      request: wire,
    })
    trace.received(wire)
    trace.sentBy(undefined)
    traces.set(request, trace)
    done()
  })
  app.addHook('onSend', (request, reply, payload, done) => {
    traces.get(request)?.answered({
      status: reply.statusCode,
      headers: headersOf(reply.getHeaders()),
      body: bytesOf(payload),
    })
    done(null, payload)
  })
}

/** Each cookie is a header of its own: joined, one would be taken for an attribute of another. */
const headersOf = (headers: Readonly<Record<string, unknown>>): HeaderList =>
  Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((each) => [name, String(each)] as const),
  )

function bytesOf(payload: unknown): Buffer {
  if (Buffer.isBuffer(payload)) return payload
  return Buffer.from(typeof payload === 'string' ? payload : '')
}

/** The form was read by then: it is written again as it was sent, field by field. */
function pageRequest(request: FastifyRequest): WireRequest {
  const form = request.body as Record<string, string> | undefined
  return {
    ...wireRequestOf(request.raw),
    body: Buffer.from(form ? new URLSearchParams(form).toString() : ''),
  }
}
