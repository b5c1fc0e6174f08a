/** Both APIs speak for the one instance of the sandbox: found first, since all else lies in its account and region. */
import type { Exchange, Stage } from '#kernel/http/exchange.ts'
import { noInstance } from '../errors/oidcErrors.ts'
import { instanceIn } from '../instance.ts'
import type { Instance } from '../state.ts'

export interface InstanceProof {
  readonly instance: Instance
}

export const findInstance: Stage = {
  name: 'find instance',
  run: async (x) => {
    const instance = await instanceIn(x.service.context.store)
    if (!instance) throw noInstance()
    x.region = instance.region
    prove(x, { instance })
  },
}

/** Adds to what this service's own authentication has found out; its operations read it as `facts.proof`. */
export function prove(x: Exchange, found: object): void {
  x.proof = { ...(x.proof as object | undefined), ...found }
}
