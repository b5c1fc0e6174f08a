/**
 * Which regions a request about a bucket may be signed for. One endpoint stands for S3 in every region here:
 * the signature says which of them the client believed to talk to.
 */
import type { BucketPlace } from './bucketPlace.ts'
import { CLASSIC_REGION } from './locationConstraint.ts'

type Rule = (place: BucketPlace) => readonly string[] | undefined

/** The bucket's own region and no other, unless said otherwise here. */
const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  // Whoever makes a bucket of a taken name hears that it is taken, wherever it is.
  ['CreateBucket', () => undefined],
  // Clients ask S3's first region where a bucket is before they know it.
  ['GetBucketLocation', ({ region }) => [region, CLASSIC_REGION]],
])

/** Undefined: any. */
export function signedRegions(
  operation: string,
  place: BucketPlace | undefined,
): readonly string[] | undefined {
  if (!place) return undefined
  const rule = RULES.get(operation)
  return rule ? rule(place) : [place.region]
}
