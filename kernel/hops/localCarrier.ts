/** The carrier without a wire: asker and owner share a process, an ask is a function call. */
import type { Clock } from '#kernel/clock/clock.ts'
import type { Carrier } from './carrier.ts'
import type { Exposed } from './expose.ts'
import { HopError } from './hopError.ts'
import { mint, statementExpiry } from './statement.ts'

export interface LocalCarrierOptions {
  readonly clock: Clock
  /** The implementation of a port by its name; absent while its owner is down. */
  exposed(port: string): Exposed | undefined
}

export function localCarrier({ clock, exposed }: LocalCarrierOptions): Carrier {
  return {
    kind: 'local',
    async send({ port, method, ask, from, bound, depth, nonce }) {
      const owner = exposed(port.name)
      if (owner === undefined) throw new HopError('Unreachable', `${port.owner} is not there`)
      const asked = { from, bound, depth, ...(nonce === '' ? {} : { parent: nonce }) }
      const { body, secret } = await owner.answer(method, ask, asked)
      const about = `${port.name}.${method}`
      const exp = statementExpiry(clock.now())
      return { statement: mint({ issuer: port.owner, about, bound, exp, body }), secret }
    },
  }
}
