/** What lies between an asker and an owner: a function call or HTTP. One implementation each, the same answers. */
import type { Port, Reply } from './port.ts'

/** One ask on its way. */
export interface Wire {
  readonly port: Port
  readonly method: string
  readonly from: string
  readonly bound: string
  /** Makes this ask unlike every other. Empty where nobody needs it. */
  readonly nonce: string
  /** Hops up to and with this one. */
  readonly depth: number
  readonly ask: unknown
}

/** What only bytes on a wire have. */
export type WireFacts = {
  /** sha256 of path and body. */
  readonly askHash: string
  /** For whom the answer was signed. */
  readonly audience: string
  /** Key id of the hop credential that signed the ask. */
  readonly credential?: string | undefined
  /** The signed answer, or refusal. */
  readonly jws?: string | undefined
}

export interface Carrier {
  readonly kind: 'local' | 'http'
  /** `observe` hears of the bytes, whatever becomes of them; absent = nobody looks. */
  send(
    wire: Wire,
    observe?: ((facts: WireFacts) => void) | undefined,
  ): Promise<Reply<unknown, Buffer | undefined>>
}
