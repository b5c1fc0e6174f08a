/** A session token's bytes: head (constant, version, key id), IV, tag, ciphertext; base64 around them. The head is authenticated, not secret. */

/** Tokens of AWS's regional endpoints begin with `IQoJb3JpZ2luX2Vj`: people know them by it. */
const constant = Buffer.from('IQoJb3JpZ2luX2Vj', 'base64')
const version = Buffer.from([1])

export const ivLength = 12
export const tagLength = 16
const idLength = 4
const headLength = constant.length + version.length + idLength

/** Ordinary sessions need a thousand characters; all headers of a request together may have 64 KiB. */
export const longestToken = 65_536

export interface TokenParts {
  readonly head: Buffer
  readonly iv: Buffer
  readonly tag: Buffer
  readonly ciphertext: Buffer
}

export const headOf = (keyId: Buffer): Buffer => Buffer.concat([constant, version, keyId])

export const joinToken = ({ head, iv, tag, ciphertext }: TokenParts): string =>
  Buffer.concat([head, iv, tag, ciphertext]).toString('base64')

export function splitToken(token: string): TokenParts | undefined {
  if (token.length > longestToken) return undefined
  const bytes = Buffer.from(token, 'base64')
  const start = headLength + ivLength + tagLength
  if (bytes.length <= start) return undefined
  // Node skips what is not base64; here one token has one spelling.
  if (bytes.toString('base64') !== token) return undefined
  return {
    head: bytes.subarray(0, headLength),
    iv: bytes.subarray(headLength, headLength + ivLength),
    tag: bytes.subarray(headLength + ivLength, start),
    ciphertext: bytes.subarray(start),
  }
}
