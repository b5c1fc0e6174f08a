/** A port together with what answers it: what a service offers to the others. */
import type { Implementation, Port } from './port.ts'

export interface Offered {
  readonly port: Port
  readonly implementation: Implementation<Port>
}

/** Checks the implementation against the schemas of its port, and types what it is asked. */
export const offer = <P extends Port>(port: P, implementation: Implementation<P>): Offered => ({
  port,
  implementation,
})
