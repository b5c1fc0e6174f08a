/** POST /source-ip: the address that a key's requests come from, for `aws:SourceIp`; never taken from a header. */
import { isIP } from 'node:net'
import { type Static, Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import type { ControlledSandbox } from './controlServer.ts'

const body = Type.Object(
  {
    accessKeyId: Type.String({ minLength: 1, maxLength: 128 }),
    sourceIp: Type.String({ minLength: 2, maxLength: 45 }),
  },
  { additionalProperties: false },
)

export function registerSourceIp(app: FastifyInstance, sandbox: ControlledSandbox): void {
  app.post<{ Body: Static<typeof body> }>(
    '/source-ip',
    { schema: { body } },
    async ({ body: { accessKeyId, sourceIp } }, reply) => {
      if (isIP(sourceIp) === 0) throw new RangeError(`"${sourceIp}" is no IP address`)
      await sandbox.sourceIp(accessKeyId, sourceIp)
      return reply.code(204).send()
    },
  )
}
