/** GET /profiles: what AWS's clients on this machine are set up with; `hopscope env` asks it. */
import type { FastifyInstance } from 'fastify'
import type { ControlledSandbox } from './controlServer.ts'

export function registerProfiles(app: FastifyInstance, sandbox: ControlledSandbox): void {
  app.get('/profiles', async () => sandbox.profiles())
}
