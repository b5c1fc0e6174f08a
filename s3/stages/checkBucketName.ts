/** A name that no bucket can have is refused before anybody is asked what the caller may do with it. */
import type { Stage } from '#kernel/http/exchange.ts'
import { syntaxProblem } from '../buckets/bucketName.ts'
import * as errors from '../errors.ts'
import type { Address } from './address.ts'

export const checkBucketName: Stage = {
  name: 'check bucket name',
  run: (x) => {
    const { Bucket } = x.input as Address
    const problem = Bucket === undefined ? undefined : syntaxProblem(Bucket)
    if (problem) throw errors.invalidBucketName(Bucket!, problem)
  },
}
