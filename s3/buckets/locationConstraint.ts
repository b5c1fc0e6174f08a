/** Where CreateBucket may put a bucket: its LocationConstraint must name the region that the request is signed for. */
import * as errors from '../errors.ts'
import { s3 } from '../model/shapes.ts'

/** The region that has no name in a LocationConstraint: S3's first. */
export const CLASSIC_REGION = 'us-east-1'

/** Locations older than the names of regions. */
const ALIASES: ReadonlyMap<string, string> = new Map([['EU', 'eu-west-1']])

const shape = s3.shapes['BucketLocationConstraint']
const KNOWN: ReadonlySet<string> = new Set(shape && 'enum' in shape ? shape.enum : [])

/** Throws where a bucket cannot be made there. */
export function checkLocationConstraint(constraint: string | undefined, region: string): void {
  if (constraint === undefined) {
    if (region !== CLASSIC_REGION) throw errors.illegalLocationConstraint('unspecified')
    return
  }
  if (!KNOWN.has(constraint)) throw errors.invalidLocationConstraint(constraint)
  // SIMPLIFICATION: S3's global endpoint, signed for us-east-1, also makes buckets elsewhere; ours speaks
  // for the one region that the signature names.
  if ((ALIASES.get(constraint) ?? constraint) !== region)
    throw errors.illegalLocationConstraint(constraint)
}

/** us-east-1 is none of them: S3 refuses it by name. */
