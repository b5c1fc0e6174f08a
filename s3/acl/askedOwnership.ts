/** The one rule of OwnershipControls. */
import * as errors from '../errors.ts'
import type { ObjectOwnership, OwnershipControls } from '../model/shapes.ts'

export function askedOwnership({
  OwnershipControls: { Rules: rules },
}: {
  readonly OwnershipControls: OwnershipControls
}): ObjectOwnership {
  const [rule, more] = rules
  if (!rule || more) throw errors.malformedXml('exactly one rule')
  return rule.ObjectOwnership
}
