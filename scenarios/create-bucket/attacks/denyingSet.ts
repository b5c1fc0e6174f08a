/** A permission set that grants what it did, and denies the attacker's name. */
import type { Seed, SeedPermissionSet } from '#sandbox/seed/seed.ts'
import { castOf } from '../cast.ts'
import { attackersBucket } from './attackersBucket.ts'
import { permissionSetOf } from './permissionSetOf.ts'

export function denyingSet(seed: Seed): SeedPermissionSet {
  const set = permissionSetOf(seed)
  const deny = {
    Sid: 'NotThisName',
    Effect: 'Deny',
    Action: 's3:CreateBucket',
    Resource: `arn:aws:s3:::${attackersBucket(castOf(seed))}`,
  }
  return {
    ...set,
    inlinePolicy: { Version: '2012-10-17', Statement: [...statementsOf(set.inlinePolicy), deny] },
  }
}

function statementsOf(policy: Readonly<Record<string, unknown>> | undefined): readonly unknown[] {
  const statement = policy?.['Statement'] ?? []
  return Array.isArray(statement) ? statement : [statement]
}
