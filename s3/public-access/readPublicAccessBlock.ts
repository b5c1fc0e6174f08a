/** A PublicAccessBlockConfiguration as it is kept: what is not said is not blocked. */
import type { PublicAccessBlockConfiguration } from '../model/shapes.ts'
import type { PublicAccessBlock } from '../state.ts'

export const readPublicAccessBlock = (
  given: PublicAccessBlockConfiguration,
): PublicAccessBlock => ({
  BlockPublicAcls: given.BlockPublicAcls ?? false,
  IgnorePublicAcls: given.IgnorePublicAcls ?? false,
  BlockPublicPolicy: given.BlockPublicPolicy ?? false,
  RestrictPublicBuckets: given.RestrictPublicBuckets ?? false,
})
