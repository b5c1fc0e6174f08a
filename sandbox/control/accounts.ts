/** POST /accounts: a new isolated account with an administrator's key, for tests that run in parallel. */
import type { FastifyInstance } from 'fastify'
import type { ControlledSandbox } from './controlServer.ts'

export function registerAccounts(app: FastifyInstance, sandbox: ControlledSandbox): void {
  app.post('/accounts', async () => sandbox.account())
}
