/** A policy that AWS maintains: the same ARN, id and text in every account. */
import type { PolicyDocument } from '../evaluationInput.ts'

export interface ManagedPolicy extends PolicyDocument {
  readonly arn: string
  readonly policyId: string
  readonly path: string
  readonly description: string
  readonly defaultVersionId: string
  /** ISO 8601. */
  readonly createDate: string
  readonly updateDate: string
}

interface Facts {
  readonly name: string
  readonly policyId: string
  readonly path?: string
  readonly description: string
  readonly defaultVersionId: string
  readonly createDate: string
  readonly updateDate: string
  readonly statements: readonly Readonly<Record<string, unknown>>[]
}

export function managedPolicy({ statements, path = '/', ...facts }: Facts): ManagedPolicy {
  return {
    ...facts,
    path,
    arn: `arn:aws:iam::aws:policy${path}${facts.name}`,
    document: documentText(statements),
  }
}

/** As AWS's own documents are laid out. */
export function documentText(statements: readonly Readonly<Record<string, unknown>>[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 4)
}
