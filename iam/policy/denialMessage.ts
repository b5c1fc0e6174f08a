/**
 * AWS's sentence for a denial. It names one layer, an explicit deny before an implicit one, and since
 * January 2026 the ARN of the policy that denies. "Troubleshoot access denied" in the IAM user guide.
 */
import type { LayerId } from '#kernel/hops/decision.ts'
import type { Verdict } from '#kernel/hops/explainedLater.ts'

export interface DenialStyle {
  /** S3 quotes the resource's ARN, other services do not; some leave it out. Default: by the action. */
  readonly resource?: 'plain' | 'quoted' | 'omitted' | undefined
  /** Who belongs to another account and another organization is not told which policy it was. */
  readonly policyArn?: 'shown' | 'hidden' | undefined
}

export function denialMessage(decision: Verdict, style: DenialStyle = {}): string {
  const { action, principal } = decision
  const resource = onResource(decision, style.resource ?? resourceStyle(action))
  const who = principal === '*' ? 'anonymous' : principal
  return `User: ${who} is not authorized to perform: ${action}${resource}${cause(decision, style)}`
}

/** Services that write the resource otherwise than plainly, by their prefix in actions. */
const RESOURCE_STYLES: ReadonlyMap<string, DenialStyle['resource']> = new Map([['s3', 'quoted']])

function resourceStyle(action: string): DenialStyle['resource'] {
  return RESOURCE_STYLES.get(serviceOf(action)) ?? 'plain'
}

function onResource({ resource }: Verdict, style: DenialStyle['resource']): string {
  if (style === 'omitted' || resource === '*') return ''
  return ` on resource: ${style === 'quoted' ? `"${resource}"` : resource}`
}

function cause({ decidedBy, action }: Verdict, style: DenialStyle): string {
  if (decidedBy === undefined) return ''
  const { layer, policyArn } = decidedBy
  const { explicit, implicit } = policyNames(layer, action)
  if (!decidedBy.explicit) return ` because no ${implicit} allows the ${action} action`
  const arn = policyArn === undefined || style.policyArn === 'hidden' ? '' : `: ${policyArn}`
  return ` with an explicit deny in ${explicit}${arn}`
}

interface PolicyNames {
  readonly explicit: string
  readonly implicit: string
}

/** What AWS calls the policies of each layer, after "an explicit deny in" and after "because no". */
const POLICY_NAMES: Readonly<Record<LayerId, PolicyNames>> = {
  rcp: { explicit: 'a resource control policy', implicit: 'resource control policy' },
  scp: { explicit: 'a service control policy', implicit: 'service control policy' },
  resource: { explicit: 'a resource-based policy', implicit: 'resource-based policy' },
  identity: { explicit: 'an identity-based policy', implicit: 'identity-based policy' },
  boundary: { explicit: 'a permissions boundary', implicit: 'permissions boundary' },
  session: { explicit: 'a session policy', implicit: 'session policy' },
}

const TRUST_POLICY: PolicyNames = {
  explicit: 'the role trust policy',
  implicit: 'role trust policy',
}

/** The only resources of STS that have a policy are roles. */
function policyNames(layer: LayerId, action: string): PolicyNames {
  const isTrust = layer === 'resource' && serviceOf(action) === 'sts'
  return isTrust ? TRUST_POLICY : POLICY_NAMES[layer]
}

function serviceOf(action: string): string {
  return action.slice(0, action.indexOf(':')).toLowerCase()
}
