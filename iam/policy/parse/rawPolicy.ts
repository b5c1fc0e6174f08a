/** A policy whose grammar holds, with nothing judged yet about what its values say. */
import type { OperatorReference } from '../conditions/operatorReference.ts'
import type { PrincipalType } from '../match/principal.ts'
import type { PolicyVersion } from '../policy.ts'

export type RawPrincipals = readonly (readonly [PrincipalType, string])[]

export interface RawCondition {
  readonly reference: OperatorReference
  readonly key: string
  readonly values: readonly string[]
}

/** `Action` or `NotAction`, and so on: which of the two, and what it lists. */
export interface RawElement<T> {
  readonly negated: boolean
  readonly values: T
}

export interface RawStatement {
  readonly sid: string | undefined
  /** Any case: `checks/effectCase.ts`. */
  readonly effect: string
  readonly principal: RawElement<RawPrincipals> | undefined
  readonly action: RawElement<readonly string[]> | undefined
  readonly resource: RawElement<readonly string[]> | undefined
  readonly conditions: readonly RawCondition[]
}

export interface RawPolicy {
  readonly version: PolicyVersion
  readonly id: string | undefined
  readonly statements: readonly RawStatement[]
}
