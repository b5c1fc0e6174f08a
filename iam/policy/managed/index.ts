/** The policies that AWS maintains and this sandbox knows, by ARN: IAM's, and those of Organizations. */

import type { PolicyDocument } from '../evaluationInput.ts'
import { AdministratorAccess } from './AdministratorAccess.ts'
import { AmazonS3FullAccess } from './AmazonS3FullAccess.ts'
import { AmazonS3ReadOnlyAccess } from './AmazonS3ReadOnlyAccess.ts'
import { AWSSSOServiceRolePolicy } from './AWSSSOServiceRolePolicy.ts'
import { FullAWSAccess } from './FullAWSAccess.ts'
import { IAMFullAccess } from './IAMFullAccess.ts'
import { IAMReadOnlyAccess } from './IAMReadOnlyAccess.ts'
import type { ManagedPolicy } from './managedPolicy.ts'
import { PowerUserAccess } from './PowerUserAccess.ts'
import { RCPFullAWSAccess } from './RCPFullAWSAccess.ts'
import { ReadOnlyAccess } from './ReadOnlyAccess.ts'
import { SecurityAudit } from './SecurityAudit.ts'
import { ViewOnlyAccess } from './ViewOnlyAccess.ts'

export const managedPolicies: ReadonlyMap<string, ManagedPolicy> = new Map(
  [
    AdministratorAccess,
    AmazonS3FullAccess,
    AmazonS3ReadOnlyAccess,
    AWSSSOServiceRolePolicy,
    IAMFullAccess,
    IAMReadOnlyAccess,
    PowerUserAccess,
    ReadOnlyAccess,
    SecurityAudit,
    ViewOnlyAccess,
  ].map((policy) => [policy.arn, policy]),
)

export const managedGuardrails: ReadonlyMap<string, PolicyDocument> = new Map(
  [FullAWSAccess, RCPFullAWSAccess].map((policy) => [policy.arn, policy]),
)
