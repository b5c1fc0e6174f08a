/**
 * Provisioning: permission sets become roles in the accounts where they are assigned. It follows sign-ins
 * (provisioningWorker.ts); whoever asks for credentials before it is done waits for it.
 */
import { systemScheduler } from '#kernel/clock/scheduler.ts'
import type { ServiceContext } from '#kernel/http/service.ts'
import type { Reader } from '#kernel/store/store.ts'
import { dependencyFailed, noAccess } from '../errors/portalErrors.ts'
import {
  type Instance,
  type PermissionSet,
  type ProviderKey,
  type ProvisionedRole,
  providerKeys,
  provisionedAccounts,
  provisionedRoleKey,
  provisionedRoles,
  scopeOf,
} from '../state.ts'
import { atMost } from './atMost.ts'
import { providerKeyMaker } from './providerKey.ts'
import { provisionAccount } from './provisionAccount.ts'
import { providerArnOf, roleArnOf } from './reservedNames.ts'

export interface RoleInAccount {
  readonly roleArn: string
  readonly providerArn: string
  /** With which the portal signs for this account. */
  readonly key: ProviderKey
}

export interface Provisioning {
  /** The role of a permission set in an account; makes it first where it is not there yet. Refuses in the portal's words. */
  roleFor(
    instance: Instance,
    accountId: string,
    permissionSet: PermissionSet,
  ): Promise<RoleInAccount>
  /** Makes what is missing in the account. One at a time: whoever comes meanwhile waits and then looks again. */
  provision(instance: Instance, accountId: string): Promise<void>
  /** Resolves when nothing is under way. */
  settled(): Promise<void>
}

/** Real time: the person waits. */
const longestWaitMs = 5_000

/** Accounts that are worked on at the same time. */
const parallelAccounts = 4

type Context = Pick<ServiceContext, 'store' | 'ids' | 'clock' | 'call'>

export function createProvisioning(context: Context): Provisioning {
  const running = new Map<string, Promise<void>>()
  const keyFor = providerKeyMaker(context)
  const limit = atMost(parallelAccounts)

  const start = (instance: Instance, accountId: string): Promise<void> => {
    const work = { context, keyFor, instance, accountId }
    const run = limit(() => provisionAccount(work)).finally(() => running.delete(accountId))
    running.set(accountId, run)
    return run
  }
  const provision = async (instance: Instance, accountId: string): Promise<void> => {
    await running.get(accountId)
    await (running.get(accountId) ?? start(instance, accountId))
  }
  return {
    provision,
    async roleFor(instance, accountId, permissionSet) {
      const wanted = { instance, accountId, permissionSet }
      const made = await madeRole(context.store, wanted)
      if (made) return made
      const inTime = await isInTime(provision(instance, accountId))
      return (await madeRole(context.store, wanted)) ?? refuse(context.store, wanted, inTime)
    },
    async settled() {
      await Promise.allSettled(running.values())
    },
  }
}

interface Wanted {
  readonly instance: Instance
  readonly accountId: string
  readonly permissionSet: PermissionSet
}

async function recordOf(
  reader: Reader,
  { instance, accountId, permissionSet }: Wanted,
): Promise<ProvisionedRole | undefined> {
  const key = provisionedRoleKey(accountId, permissionSet.permissionSetId)
  return (await reader.get(provisionedRoles, scopeOf(instance), key))?.value
}

async function madeRole(reader: Reader, wanted: Wanted): Promise<RoleInAccount | undefined> {
  const { instance, accountId } = wanted
  const record = await recordOf(reader, wanted)
  if (record?.status !== 'SUCCEEDED') return undefined
  const account = await reader.get(provisionedAccounts, scopeOf(instance), accountId)
  const key = await reader.get(providerKeys, scopeOf(instance), accountId)
  if (!account || !key) throw new Error('INVARIANT: a role is made after its provider and its key')
  return {
    roleArn: roleArnOf(instance, accountId, record.roleName),
    providerArn: providerArnOf(accountId, account.value.providerName),
    key: key.value,
  }
}

/** Until it is provisioned an assignment gives nothing; what broke on our side may be tried again. */
async function refuse(reader: Reader, wanted: Wanted, inTime: boolean): Promise<never> {
  const failure = (await recordOf(reader, wanted))?.failure
  if (inTime && failure?.kind === 'refused')
    throw noAccess('the role could not be made in the account', { ...failure })
  throw dependencyFailed('the role is not made in the account yet', { ...failure })
}

function isInTime(work: Promise<void>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const callOff = systemScheduler.after(longestWaitMs, () => resolve(false))
    const ended = () => {
      callOff()
      resolve(true)
    }
    work.then(ended, reject)
  })
}
