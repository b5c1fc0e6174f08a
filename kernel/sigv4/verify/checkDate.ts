/** Step 3, first half: the request has a date, and the credential is scoped to that very day. */
import { printAmzDate, scopeDate } from '../amzDate.ts'
import type { SignatureErrors } from '../errors/signatureErrors.ts'
import type { RequestDate } from '../requestDate.ts'

export interface SignedDate {
  readonly amzDate: string
  /** Milliseconds since the epoch. */
  readonly requestedAt: number
}

export function checkDate(
  date: RequestDate | undefined,
  signed: { readonly scopeDate: string; readonly header: string },
  errors: SignatureErrors,
): SignedDate {
  if (date === undefined) throw errors.missingDate(signed.header)
  if (date.at === undefined) throw errors.malformedDate(date.text)
  const amzDate = printAmzDate(date.at)
  if (scopeDate(amzDate) !== signed.scopeDate)
    throw errors.scopeDateDiffers(signed.scopeDate, amzDate)
  return { amzDate, requestedAt: date.at }
}
