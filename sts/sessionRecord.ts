/** What the journal says of a session that was made: who it is and until when, never its secret or its token. */
import type { AuditNote } from '#kernel/http/operation.ts'
import type { AssumeRoleResponse } from './model/shapes.ts'

export function sessionRecord({
  Credentials,
  AssumedRoleUser,
}: Pick<AssumeRoleResponse, 'Credentials' | 'AssumedRoleUser'>): NonNullable<
  AuditNote['responseElements']
> {
  return {
    credentials: {
      accessKeyId: Credentials?.AccessKeyId,
      expiration: Credentials?.Expiration.toISOString(),
    },
    assumedRoleUser: {
      assumedRoleId: AssumedRoleUser?.AssumedRoleId,
      arn: AssumedRoleUser?.Arn,
    },
  }
}
