/** SHA-256 in lower-case hexadecimal; a text is taken byte for byte, as it came off the wire (latin1). */
import { createHash } from 'node:crypto'

export const sha256Hex = (data: string | Uint8Array): string =>
  typeof data === 'string'
    ? createHash('sha256').update(data, 'latin1').digest('hex')
    : createHash('sha256').update(data).digest('hex')
