/** Makes temporary credentials: a key, a secret, and a token that holds all of the session under seal. */
import type { Caller, Session } from '#kernel/hops/caller.ts'
import { makeAccessKeyId } from '#kernel/ids/accessKeyId.ts'
import type { Ids } from '#kernel/ids/ids.ts'
import { sealSession } from '#kernel/session-token/sealSession.ts'
import type { SessionTokenKey } from '#kernel/session-token/sessionTokenKey.ts'
import type { AssumedRoleUser, Credentials } from './model/shapes.ts'

export interface AssumedRole {
  readonly accountId: string
  readonly name: string
  readonly roleId: string
  readonly arn: string
}

export interface NewSession {
  readonly role: AssumedRole
  readonly sessionName: string
  /** Seconds. */
  readonly duration: number
  readonly tags: Record<string, string>
  readonly more: Omit<Session, 'issuedAt' | 'expiresAt' | 'sessionName' | 'roleArn' | 'roleId'>
  readonly invokedBy?: string | undefined
}

export interface MadeSession {
  readonly credentials: Credentials
  readonly assumedRoleUser: AssumedRoleUser
}

interface Making {
  readonly now: number
  readonly ids: Ids
  readonly tokenKey: SessionTokenKey
}

export function newSession(wanted: NewSession, { now, ids, tokenKey }: Making): MadeSession {
  const issuedAt = Math.floor(now / 1000)
  const accessKeyId = makeAccessKeyId('ASIA', wanted.role.accountId, ids)
  const secretAccessKey = ids.secretAccessKey()
  const caller = { accessKeyId, ...callerOf(wanted, issuedAt) }
  return {
    credentials: {
      AccessKeyId: accessKeyId,
      SecretAccessKey: secretAccessKey,
      SessionToken: sealSession({ secretAccessKey, caller }, tokenKey),
      Expiration: new Date(caller.session.expiresAt * 1000),
    },
    assumedRoleUser: { AssumedRoleId: caller.userId, Arn: caller.arn },
  }
}

/** The ARN of a session has no path (IAM User Guide, "IAM ARNs"). */
function callerOf(wanted: NewSession, issuedAt: number): Caller & { session: Session } {
  const { role, sessionName, duration, tags, more, invokedBy } = wanted
  return {
    type: 'AssumedRole',
    accountId: role.accountId,
    arn: `arn:aws:sts::${role.accountId}:assumed-role/${role.name}/${sessionName}`,
    userId: `${role.roleId}:${sessionName}`,
    tags,
    session: {
      issuedAt,
      expiresAt: issuedAt + duration,
      sessionName,
      roleArn: role.arn,
      roleId: role.roleId,
      ...more,
    },
    ...(invokedBy !== undefined && { invokedBy }),
  }
}
