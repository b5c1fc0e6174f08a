/** GET /runs…: recordings. What a free run keeps is the run `live`. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { RecordedEvent } from '#kernel/trace/recording.ts'
import type { ControlledSandbox } from './controlServer.ts'

export function registerRuns(app: FastifyInstance, sandbox: ControlledSandbox): void {
  app.get('/runs', async () => ({ runs: [{ id: 'live', events: sandbox.recording().length }] }))

  app.get<{ Params: { id: string } }>('/runs/:id/recording', async ({ params }, reply) => {
    if (params.id !== 'live') return noSuchRun(reply, params.id)
    const lines = sandbox.recording().map((event) => `${JSON.stringify(event)}\n`)
    return reply.type('application/x-ndjson').send(lines.join(''))
  })

  app.get<{ Params: { id: string } }>('/runs/:id/events', (request, reply) => {
    if (request.params.id !== 'live') return noSuchRun(reply, request.params.id)
    reply.hijack()
    streamEvents(sandbox, reply, Number(request.headers['last-event-id'] ?? 0))
  })
}

const noSuchRun = (reply: FastifyReply, id: string) =>
  reply.code(404).send({ error: `there is no run "${id}"; GET /runs lists them` })

/** Bytes that wait for one reader. */
const longestQueue = 8 * 1024 * 1024

/** Server-sent events (HTML standard, 9.2); `Last-Event-ID` is a seq, so that a reconnect loses nothing. */
function streamEvents(sandbox: ControlledSandbox, reply: FastifyReply, after: number): void {
  const { raw } = reply
  // Where nothing happens, nothing is sent.
  raw.setTimeout(0)
  raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  const send = (event: RecordedEvent) => {
    raw.write(`id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`)
    // A reader that does not keep up comes back with the last id that it saw.
    if (raw.writableLength > longestQueue) raw.destroy()
  }
  for (const event of sandbox.recording()) if (event.seq > after) send(event)
  raw.on('close', sandbox.onEvent(send))
}
