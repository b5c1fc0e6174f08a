/** CRC-32 (ISO 3309, as in gzip), four bytes in network order. */
import { crc32 as zlibCrc32 } from 'node:zlib'

export function crc32(bytes: Uint8Array): Buffer {
  const value = Buffer.alloc(4)
  value.writeUInt32BE(zlibCrc32(bytes))
  return value
}
