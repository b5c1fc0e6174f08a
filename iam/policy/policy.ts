/** A compiled policy: what `parsePolicy` makes of the text once, and `evaluate` asks many times. */
import type { Condition } from './conditions/condition.ts'
import type { ActionElement } from './match/action.ts'
import type { PrincipalElement } from './match/principal.ts'
import type { ResourceElement } from './match/resource.ts'

/** Where a policy is attached decides its grammar: who may name a principal, who may name a resource. */
export type PolicyKind = 'identity' | 'boundary' | 'session' | 'resource' | 'trust' | 'scp' | 'rcp'

export type PolicyVersion = '2008-10-17' | '2012-10-17'

export interface Statement {
  /** Position in the policy, from 0. */
  readonly index: number
  readonly sid: string | undefined
  readonly effect: 'Allow' | 'Deny'
  readonly actions: ActionElement
  /** Absent in trust policies: the resource is the role itself. */
  readonly resources: ResourceElement | undefined
  /** Absent where the principal is who the policy is attached to. */
  readonly principals: PrincipalElement | undefined
  readonly conditions: readonly Condition[]
}

export interface Policy {
  readonly version: PolicyVersion
  readonly id: string | undefined
  readonly statements: readonly Statement[]
}
