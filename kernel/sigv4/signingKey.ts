/** The signing key: derived from the secret for one day, region and service (SigV4, step 3). */
import { createHmac } from 'node:crypto'
import { type CredentialScope, TERMINATOR } from './credentialScope.ts'

const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()

/** 32 bytes. Whoever holds them can sign for this scope alone, and cannot find the secret. */
export function signingKey(secretAccessKey: string, scope: CredentialScope): Buffer {
  const date = hmac(`AWS4${secretAccessKey}`, scope.date)
  const region = hmac(date, scope.region)
  const service = hmac(region, scope.service)
  return hmac(service, TERMINATOR)
}
