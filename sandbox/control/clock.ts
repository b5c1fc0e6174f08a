/** GET|POST /clock: what time it is in the sandbox, and moving it forward. */
import type { FastifyInstance } from 'fastify'
import type { ControlledSandbox } from './controlServer.ts'

const body = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  maxProperties: 1,
  properties: {
    advance: { type: 'string', maxLength: 64 },
    set: { type: 'string', maxLength: 64 },
  },
} as const

export function registerClock(app: FastifyInstance, sandbox: ControlledSandbox): void {
  const answer = () => {
    const now = sandbox.clock.now()
    return {
      now: new Date(now).toISOString(),
      offsetSeconds: Math.round(sandbox.clock.offset() / 1000),
    }
  }
  app.get('/clock', async () => answer())
  app.post<{ Body: { advance?: string; set?: string } }>(
    '/clock',
    { schema: { body } },
    async ({ body: { advance, set } }) => {
      if (advance !== undefined) await sandbox.clock.advance(advance)
      else if (set !== undefined) await sandbox.clock.set(set)
      return answer()
    },
  )
}
