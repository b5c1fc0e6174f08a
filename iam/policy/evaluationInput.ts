/** What IAM must know to answer "may they?": the question, who asks, and every policy that has a say. */
import type { Caller } from '#kernel/hops/caller.ts'

/** A policy as it is stored: JSON text. */
export interface PolicyDocument {
  readonly name: string
  /** Managed policies, SCPs and RCPs have one; inline and bucket policies do not. */
  readonly arn?: string | undefined
  /** The group that the caller has it from. */
  readonly group?: string | undefined
  readonly document: string
}

/** The guardrails attached at one place of the organization: its root, an OU, the account. */
export interface GuardrailLevel {
  readonly level: string
  readonly policies: readonly PolicyDocument[]
}

/** Where an account stands in an organization: `aws:PrincipalOrgID` and its siblings. */
export interface OrganizationPlace {
  readonly id: string
  readonly masterAccountId?: string | undefined
  /** `o-…/r-…/ou-…/`, as in `aws:PrincipalOrgPaths`. */
  readonly paths?: readonly string[] | undefined
}

export interface EvaluationInput {
  readonly caller: Caller
  /** `s3:GetObject`. */
  readonly action: string
  /** ARN, or `*` where the action names no resource. */
  readonly resource: string
  /** Whose the resource is: another account than the caller's needs an allow on both sides. */
  readonly resourceAccountId: string
  /** Condition keys of the request. The caller's and the clock's are added here and cannot be overridden. */
  readonly context: Readonly<Record<string, readonly string[]>>
  /** Milliseconds since the epoch: `aws:CurrentTime`, `aws:EpochTime`, `aws:MultiFactorAuthAge`. */
  readonly now: number

  readonly identityPolicies: readonly PolicyDocument[]
  readonly boundary?: PolicyDocument | undefined
  /** Those passed when the session was made; none = the session is not narrowed. */
  readonly sessionPolicies: readonly PolicyDocument[]
  readonly resourcePolicy?: PolicyDocument | undefined
  /** `trust`: `resourcePolicy` is the trust policy of the role that is to be assumed. Default `resource`. */
  readonly resourcePolicyKind?: 'resource' | 'trust' | undefined
  /** Of the caller's account, from the root down; undefined = in no organization, or SCPs are off. */
  readonly scps: readonly GuardrailLevel[] | undefined
  /** Of the resource's account, from the root down. */
  readonly rcps: readonly GuardrailLevel[] | undefined

  /** The caller's account manages the organization: SCPs do not bind it. */
  readonly isManagementAccount?: boolean | undefined
  /** The resource's account manages the organization: RCPs do not bind it. */
  readonly isResourceInManagementAccount?: boolean | undefined
  /** Guardrails do not bind service-linked roles. Default: told by the role's path `/aws-service-role/`. */
  readonly isServiceLinkedRole?: boolean | undefined
  readonly callerOrganization?: OrganizationPlace | undefined
  readonly resourceOrganization?: OrganizationPlace | undefined
  /** S3's canonical user id of the caller's account, for `"Principal": {"CanonicalUser": …}`. */
  readonly callerCanonicalUserId?: string | undefined
  /** Simulations only: keys that replace what is known of caller and clock. */
  readonly hypotheticalContext?: Readonly<Record<string, readonly string[]>> | undefined
}
