/** What one service needs to ask others. The sandbox builds it, once a service. */
import type { Clock } from '#kernel/clock/clock.ts'
import type { Ids } from '#kernel/ids/ids.ts'
import type { Carrier } from './carrier.ts'
import type { HopRecord } from './hopRecord.ts'
import type { Port } from './port.ts'

export interface Hops {
  /** Who asks. */
  readonly service: string
  readonly clock: Clock
  readonly ids: Ids
  /** The one place where `--hops` is looked at. */
  carrier(port: Port): Carrier
  /** Hears of every ask once it is over. Must not throw. Absent: nothing is made for it. */
  readonly record?: ((hop: HopRecord) => void) | undefined
}
