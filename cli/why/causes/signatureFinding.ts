/** What the doctor found of a signature that does not match, as the recording has it (topic `sigv4`). */
import type { SignatureDiagnosis } from '#kernel/sigv4/doctor/diagnoseSignature.ts'
import type { NotCovered } from '#kernel/sigv4/doctor/notCovered.ts'
import type { RefusedExchange } from '../refusedExchange.ts'

export interface SignatureFinding {
  readonly accessKeyId: string
  readonly signedHeaders: readonly string[]
  readonly canonicalRequest: string
  readonly stringToSign: string
  readonly signature: string
  readonly diagnosis: SignatureDiagnosis
  readonly notCovered: NotCovered
}

export function signatureFinding(exchange: RefusedExchange): SignatureFinding | undefined {
  const found = exchange.findings('sigv4').find(({ matches }) => matches === false)
  return found?.['diagnosis'] === undefined ? undefined : (found as unknown as SignatureFinding)
}
