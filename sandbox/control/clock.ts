/** GET|POST /clock: what time it is in the sandbox, and moving it forward. */
import { type Static, Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import type { ControlledSandbox } from './controlServer.ts'

const body = Type.Object(
  {
    advance: Type.Optional(Type.String({ maxLength: 64 })),
    set: Type.Optional(Type.String({ maxLength: 64 })),
  },
  { additionalProperties: false, minProperties: 1, maxProperties: 1 },
)

export function registerClock(app: FastifyInstance, sandbox: ControlledSandbox): void {
  const answer = () => {
    const now = sandbox.clock.now()
    return {
      now: new Date(now).toISOString(),
      offsetSeconds: Math.round(sandbox.clock.offset() / 1000),
    }
  }
  app.get('/clock', async () => answer())
  app.post<{ Body: Static<typeof body> }>(
    '/clock',
    { schema: { body } },
    async ({ body: { advance, set } }) => {
      if (advance !== undefined) await sandbox.clock.advance(advance)
      else if (set !== undefined) await sandbox.clock.set(set)
      return answer()
    },
  )
}
