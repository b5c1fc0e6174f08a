/** A page of the managed policies that are attached to a user, group or role. */

import { readEntityArn } from '../entityArn.ts'
import type { AttachedPolicy } from '../model/shapes.ts'
import { type PageInput, pageOf } from '../page.ts'
import type { PolicyHolder } from '../state.ts'

interface Attached {
  readonly PolicyName: string
  readonly PolicyArn: string
  readonly path: string
}

export function attachedPolicyPage(
  { attachedPolicies }: PolicyHolder,
  { PathPrefix = '/', ...input }: PageInput & { readonly PathPrefix?: string | undefined },
): {
  AttachedPolicies: AttachedPolicy[]
  IsTruncated: boolean
  Marker?: string | undefined
} {
  const shown = attachedPolicies.map(attachedOf).filter(({ path }) => path.startsWith(PathPrefix))
  const { items, position } = pageOf(shown, keyOf, input)
  const AttachedPolicies = items.map(({ PolicyName, PolicyArn }) => ({ PolicyName, PolicyArn }))
  return { AttachedPolicies, ...position }
}

function attachedOf(arn: string): Attached {
  const { name, path } = readEntityArn(arn)!
  return { PolicyName: name, PolicyArn: arn, path }
}

/** One's own policy may bear the name of one of AWS's. */
const keyOf = ({ PolicyName, PolicyArn }: Attached): string =>
  `${PolicyName} ${readEntityArn(PolicyArn)?.account}`
