/** SHA-256 in lower-case hexadecimal; a text is taken byte for byte, as it came off the wire (latin1). */
import { hash } from 'node:crypto'

export const sha256Hex = (data: string | Uint8Array): string =>
  hash('sha256', typeof data === 'string' ? Buffer.from(data, 'latin1') : data, 'hex')
