/** Callers and questions that the tests of the policy engine ask; what a test does not say is harmless. */

import { evaluate } from '#iam/policy/evaluate.ts'
import type { EvaluationInput, PolicyDocument } from '#iam/policy/evaluationInput.ts'
import { createPolicyCache } from '#iam/policy/policyCache.ts'
import type { Caller, Session } from '#kernel/hops/caller.ts'
import type { Decision, LayerFinding, LayerId } from '#kernel/hops/decision.ts'

export const ACCOUNT = '111122223333'
export const OTHER_ACCOUNT = '999988887777'
/** 2026-11-24T14:30:00Z. */
export const NOW = 1_795_530_600_000

export const ana: Caller = {
  type: 'IAMUser',
  accountId: ACCOUNT,
  arn: `arn:aws:iam::${ACCOUNT}:user/staff/ana`,
  userId: 'AIDAANAANAANAANAANAAN',
  userName: 'ana',
  tags: { team: 'blue' },
}

export const root: Caller = {
  type: 'Root',
  accountId: ACCOUNT,
  arn: `arn:aws:iam::${ACCOUNT}:root`,
  userId: ACCOUNT,
  tags: {},
}

export const session: Session = {
  issuedAt: NOW / 1000 - 600,
  expiresAt: NOW / 1000 + 3000,
  sessionName: 'ana',
  roleArn: `arn:aws:iam::${ACCOUNT}:role/teams/Reader`,
  roleId: 'AROAREADERREADERREADE',
  policyArns: [],
  transitiveTagKeys: [],
  chained: false,
  context: {},
}

export const reader: Caller = {
  type: 'AssumedRole',
  accountId: ACCOUNT,
  arn: `arn:aws:sts::${ACCOUNT}:assumed-role/Reader/ana`,
  userId: 'AROAREADERREADERREADE:ana',
  tags: {},
  session,
}

export const federated: Caller = {
  type: 'FederatedUser',
  accountId: ACCOUNT,
  arn: `arn:aws:sts::${ACCOUNT}:federated-user/bob`,
  userId: `${ACCOUNT}:bob`,
  tags: {},
  session: {
    issuedAt: NOW / 1000,
    expiresAt: NOW / 1000 + 3600,
    sessionName: 'bob',
    policyArns: [],
    transitiveTagKeys: [],
    chained: false,
    context: {},
  },
}

export const cloudtrail: Caller = {
  type: 'AWSService',
  accountId: '',
  arn: 'cloudtrail.amazonaws.com',
  userId: 'cloudtrail.amazonaws.com',
  tags: {},
}

export type StatementJson = Readonly<Record<string, unknown>>

/** A policy of Version 2012-10-17 with these statements. */
export function policyText(...statements: StatementJson[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements })
}

export function policy(name: string, ...statements: StatementJson[]): PolicyDocument {
  return { name, document: policyText(...statements) }
}

export const allow = (action: unknown = '*', resource: unknown = '*'): StatementJson => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
})

export const deny = (action: unknown = '*', resource: unknown = '*'): StatementJson => ({
  Effect: 'Deny',
  Action: action,
  Resource: resource,
})

export const allowAll = policy('AllowAll', allow())
export const denyAll = policy('DenyAll', deny())
export const allowOther = policy('AllowOther', allow('ec2:*'))

/** ana reads an object of her own account; nobody allows it. */
export function question(changes: Partial<EvaluationInput> = {}): EvaluationInput {
  return {
    caller: ana,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::docs/a.txt',
    resourceAccountId: ACCOUNT,
    context: {},
    now: NOW,
    identityPolicies: [],
    sessionPolicies: [],
    scps: undefined,
    rcps: undefined,
    ...changes,
  }
}

const cache = createPolicyCache(500)

export function ask(changes: Partial<EvaluationInput> = {}): Decision {
  return evaluate(question(changes), cache)
}

export function layerOf(decision: Decision, id: LayerId): LayerFinding {
  const finding = decision.layers.find(({ layer }) => layer === id)
  if (finding === undefined) throw new Error(`no layer ${id}`)
  return finding
}

/** A bucket policy that allows the question's action on everything to `Principal`. */
export function bucketPolicy(
  Principal: unknown,
  effect: 'Allow' | 'Deny' = 'Allow',
): PolicyDocument {
  return policy('BucketPolicy', { Effect: effect, Principal, Action: 's3:*', Resource: '*' })
}
