/** Device authorizations: made by a client, decided by a person, spent once (RFC 8628). */
import type { Reader, Transaction } from '#kernel/store/store.ts'
import {
  type DeviceAuthorization,
  deviceAuthorizations,
  type Instance,
  scopeOf,
  secretKey,
  userCodes,
} from '../state.ts'

/** How long a person has to decide; fixed in AWS. */
export const deviceCodeMs = 600_000

/** How long it is remembered beyond that, so that a late client hears "expired" and not "unknown". */
const memoryMs = 24 * 3_600_000

/** Codes that wait for a person at one time: guessing stays hopeless, and the store small. */
export const mostOpenCodes = 1_000

export interface FoundAuthorization {
  /** Under which it is kept: the hash of its device code. */
  readonly key: string
  readonly version: number
  readonly authorization: DeviceAuthorization
}

export async function startAuthorization(
  tx: Transaction,
  instance: Instance,
  deviceCode: string,
  authorization: DeviceAuthorization,
): Promise<void> {
  const scope = scopeOf(instance)
  const { userCode, expiresAt } = authorization
  const key = secretKey(deviceCode)
  await tx.put(userCodes, scope, userCode, key, { ifVersion: null, expiresAt })
  await tx.put(deviceAuthorizations, scope, key, authorization, keptUntil(authorization))
}

/** Refused by the store where somebody else changed it since it was read. */
export async function changeAuthorization(
  tx: Transaction,
  instance: Instance,
  { key, version, authorization }: FoundAuthorization,
  changed: Partial<DeviceAuthorization>,
): Promise<void> {
  const value = { ...authorization, ...changed }
  await tx.put(deviceAuthorizations, scopeOf(instance), key, value, {
    ...keptUntil(value),
    ifVersion: version,
  })
}

/** No person is asked about it any more. */
export async function closeUserCode(
  tx: Transaction,
  instance: Instance,
  userCode: string,
): Promise<void> {
  await tx.delete(userCodes, scopeOf(instance), userCode)
}

const keptUntil = ({ expiresAt }: DeviceAuthorization) => ({ expiresAt: expiresAt + memoryMs })

export function authorizationByDeviceCode(
  reader: Reader,
  instance: Instance,
  deviceCode: string,
): Promise<FoundAuthorization | undefined> {
  return authorizationByKey(reader, instance, secretKey(deviceCode))
}

/** Only what is still open: a code that was decided on, or is over, is not known any more. */
export async function authorizationByUserCode(
  reader: Reader,
  instance: Instance,
  userCode: string,
): Promise<FoundAuthorization | undefined> {
  const key = await reader.get(userCodes, scopeOf(instance), userCode)
  return key && authorizationByKey(reader, instance, key.value)
}

export async function authorizationByKey(
  reader: Reader,
  instance: Instance,
  key: string,
): Promise<FoundAuthorization | undefined> {
  const found = await reader.get(deviceAuthorizations, scopeOf(instance), key)
  return found && { key, version: found.version, authorization: found.value }
}
