/** A denial as each protocol family says it; the sentence is IAM's. */
import { AwsError } from '#kernel/errors/awsError.ts'
import type { Decision } from '#kernel/hops/decision.ts'
import type { SignatureStyle } from '#kernel/sigv4/signatureStyle.ts'

const forms: Readonly<Record<SignatureStyle, { code: string; status: number }>> = {
  s3: { code: 'AccessDenied', status: 403 },
  query: { code: 'AccessDenied', status: 403 },
  json: { code: 'AccessDeniedException', status: 400 },
  'rest-json': { code: 'AccessDeniedException', status: 403 },
}

export function accessDenied(style: SignatureStyle, decision: Decision): AwsError {
  return new AwsError({
    ...forms[style],
    message: decision.message ?? 'Access Denied',
    detail: { decision },
  })
}
