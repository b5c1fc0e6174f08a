/** Step 3, first half: the request has a date, and the credential is scoped to that very day. */
import { scopeDate } from '../amzDate.ts'
import type { SignatureErrors } from '../errors/signatureErrors.ts'
import type { RequestDate, SignedDate } from '../requestDate.ts'

export function checkDate(
  date: RequestDate | undefined,
  authorization: { readonly scopeDate: string; readonly header: string },
  errors: SignatureErrors,
): SignedDate {
  if (date === undefined) throw errors.missingDate(authorization.header)
  const { text, signed } = date
  if (signed === undefined) throw errors.malformedDate(text)
  if (scopeDate(signed.amzDate) !== authorization.scopeDate)
    throw errors.scopeDateDiffers(authorization.scopeDate, signed.amzDate)
  return signed
}
