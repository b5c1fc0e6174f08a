/** CRC-64/NVME (NVM Express, "64b CRC"), eight bytes in network order. Two 32-bit halves: BigInt is far too slow. */

/** The polynomial 0xAD93D23594C93659, bits reversed: 0x9A6C9329AC4BC9B5. */
const POLYNOMIAL_HIGH = 0x9a6c9329
const POLYNOMIAL_LOW = 0xac4bc9b5

const HIGH = new Uint32Array(256)
const LOW = new Uint32Array(256)

for (let byte = 0; byte < 256; byte++) {
  let high = 0
  let low = byte
  for (let bit = 0; bit < 8; bit++) {
    const isOdd = low & 1
    low = (low >>> 1) | (high << 31)
    high >>>= 1
    if (isOdd) {
      low ^= POLYNOMIAL_LOW
      high ^= POLYNOMIAL_HIGH
    }
  }
  HIGH[byte] = high
  LOW[byte] = low
}

export function crc64nvme(bytes: Uint8Array): Buffer {
  let high = 0xffffffff | 0
  let low = 0xffffffff | 0
  for (let i = 0; i < bytes.length; i++) {
    const at = (low ^ bytes[i]!) & 0xff
    low = ((low >>> 8) | (high << 24)) ^ LOW[at]!
    high = (high >>> 8) ^ HIGH[at]!
  }
  const value = Buffer.alloc(8)
  value.writeUInt32BE(~high >>> 0, 0)
  value.writeUInt32BE(~low >>> 0, 4)
  return value
}
