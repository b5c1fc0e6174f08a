/**
 * Port credentials: whose access key this is, and the key that signs for one day, region and service.
 * Long-term keys are in the store; of temporary ones the token says everything, and STS need not be up.
 */
import type { Clock } from '#kernel/clock/clock.ts'
import { AwsError } from '#kernel/errors/awsError.ts'
import type { Answer, Ask } from '#kernel/hops/port.ts'
import type { credentials } from '#kernel/hops/ports.ts'
import type { OpenedTokens } from '#kernel/session-token/openedTokens.ts'
import type { SealedSession } from '#kernel/session-token/sealedSession.ts'
import type { Reader, Store } from '#kernel/store/store.ts'
import { rootArn } from '../entityArn.ts'
import { expiredToken, invalidToken, unknownAccessKey } from '../errors.ts'
import { findAccessKey, type OwnedKey } from '../lookup/findAccessKey.ts'
import { isForeignKey } from '../lookup/isForeignKey.ts'
import { roleByArn } from '../lookup/principalByArn.ts'
import { userOnceAt } from '../lookup/userOnceAt.ts'
import { nameKey, scopeOf, users } from '../state.ts'
import { tagRecord } from '../tagRecord.ts'
import type { SigningKeys } from './signingKeys.ts'

type Caller = Answer<typeof credentials, 'resolveCaller'>

export interface Resolving {
  readonly store: Store
  readonly clock: Clock
  readonly tokens: OpenedTokens
  readonly signingKeys: SigningKeys
}

/** The caller, and the secret that proves it: it goes no further than this file's caller. */
interface Known {
  readonly caller: Caller
  readonly secret: string
}

export async function resolveCaller(
  { accessKeyId, sessionToken, scope }: Ask<typeof credentials, 'resolveCaller'>,
  { store, clock, tokens, signingKeys }: Resolving,
): Promise<{ body: Caller; secret: Buffer }> {
  const known = await store.read(async (read) => {
    try {
      return isTemporary(accessKeyId)
        ? await sessionCaller(read, openedFor(accessKeyId, sessionToken, tokens), clock.now())
        : await longTermCaller(read, accessKeyId, sessionToken)
    } catch (error) {
      throw await orForeign(read, accessKeyId, error)
    }
  })
  return { body: known.caller, secret: signingKeys.keyFor(known.secret, scope) }
}

/** The same refusal, with a word for the operator where the key may be one of AWS itself. */
async function orForeign(read: Reader, accessKeyId: string, error: unknown): Promise<unknown> {
  if (!(error instanceof AwsError) || !(await isForeignKey(read, accessKeyId))) return error
  return new AwsError({ ...error, message: error.message, detail: { foreignKey: true } })
}

const isTemporary = (accessKeyId: string): boolean => accessKeyId.startsWith('ASIA')

async function longTermCaller(
  read: Reader,
  id: string,
  sessionToken: string | undefined,
): Promise<Known> {
  if (sessionToken !== undefined) throw invalidToken()
  const found = await findAccessKey(read, id)
  if (found?.key.status !== 'Active') throw unknownAccessKey()
  const caller = found.key.user ? await userOf(read, found) : rootOf(found)
  return { caller, secret: found.key.secret }
}

const rootOf = ({ key, account }: OwnedKey): Caller => ({
  type: 'Root',
  accountId: account,
  arn: rootArn(account),
  userId: account,
  accessKeyId: key.id,
  tags: {},
})

async function userOf(read: Reader, { key, account }: OwnedKey): Promise<Caller> {
  const user = (await read.get(users, scopeOf(account), nameKey(key.user!.name)))?.value
  if (user?.id !== key.user!.id) throw unknownAccessKey()
  return {
    type: 'IAMUser',
    accountId: account,
    arn: user.arn,
    userId: user.id,
    userName: user.name,
    accessKeyId: key.id,
    tags: tagRecord(user.tags),
  }
}

/** The session of a token that was made for this key. */
function openedFor(
  accessKeyId: string,
  sessionToken: string | undefined,
  tokens: OpenedTokens,
): SealedSession {
  if (sessionToken === undefined) throw unknownAccessKey()
  const opened = tokens.open(sessionToken)
  if (opened?.caller.accessKeyId !== accessKeyId) throw invalidToken()
  return opened
}

async function sessionCaller(read: Reader, opened: SealedSession, now: number): Promise<Known> {
  const { caller, secretAccessKey } = opened
  if (caller.session.expiresAt * 1000 <= now) throw expiredToken()
  if (!(await isMakerThere(read, caller))) throw unknownAccessKey()
  return { caller: await underTodaysName(read, caller), secret: secretAccessKey }
}

/** A session ends with its role or user; one made again under the old name is somebody else. */
async function isMakerThere(read: Reader, caller: SealedSession['caller']): Promise<boolean> {
  const { roleArn = '', roleId } = caller.session
  if (caller.type === 'AssumedRole')
    return roleId !== undefined && (await roleByArn(read, roleArn))?.id === roleId
  const user = await userOnceAt(read, caller.arn, caller.userId)
  return caller.type === 'IAMUser' && user !== undefined
}

/** The token says what the user was called when the session was made. */
async function underTodaysName(read: Reader, caller: SealedSession['caller']): Promise<Caller> {
  if (caller.type !== 'IAMUser') return caller
  const user = await userOnceAt(read, caller.arn, caller.userId)
  if (user === undefined || user.arn === caller.arn) return caller
  return { ...caller, arn: user.arn, userName: user.name }
}
