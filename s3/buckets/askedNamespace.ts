/** `x-amz-bucket-namespace`: `account-regional` names end in account and region, and are nobody else's to take. */
import * as errors from '../errors.ts'
import type { Namespace } from './bucketName.ts'

const HEADER = 'x-amz-bucket-namespace'

export function askedNamespace(
  asked: string | undefined,
  own: { readonly account: string; readonly region: string },
): Namespace {
  if (asked === undefined || asked === 'global') return 'global'
  if (asked === 'account-regional') return own
  throw errors.invalidArgument(HEADER, asked)
}
