/** The signature: HMAC-SHA256 of the string to sign under the signing key, lower-case hexadecimal (SigV4, step 4). */
import { createHmac } from 'node:crypto'

export const signature = (signingKey: Buffer, stringToSign: string): string =>
  createHmac('sha256', signingKey).update(stringToSign, 'latin1').digest('hex')
