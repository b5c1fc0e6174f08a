/** The signature that came, as bytes: in the form that it must have, or in another that clients write. */

export interface GivenSignature {
  readonly bytes: Buffer
  /** Lower-case hexadecimal, as it must be. */
  readonly isHex: boolean
}

/** Undefined for what no HMAC-SHA256 is written like. */
export function givenSignature(text: string): GivenSignature | undefined {
  if (/^[0-9a-f]{64}$/.test(text)) return { bytes: Buffer.from(text, 'hex'), isHex: true }
  if (/^[0-9a-fA-F]{64}$/.test(text)) return { bytes: Buffer.from(text, 'hex'), isHex: false }
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(text))
    return { bytes: Buffer.from(text, 'base64'), isHex: false }
  return undefined
}
