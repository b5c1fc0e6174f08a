/**
 * What a bucket has been told, by kind: kept as the API's own structures. Of some kinds a bucket has one, of
 * others (inventories, metrics …) one by each id.
 */
import type { Reader, Transaction } from '#kernel/store/store.ts'
import type { BucketPlace } from '../buckets/bucketPlace.ts'
import type { StoredLifecycle } from '../lifecycle/storedLifecycle.ts'
import type {
  AccelerateConfiguration,
  AnalyticsConfiguration,
  CORSConfiguration,
  IntelligentTieringConfiguration,
  InventoryConfiguration,
  LoggingEnabled,
  MetricsConfiguration,
  RequestPaymentConfiguration,
  ServerSideEncryptionConfiguration,
  Tagging,
  WebsiteConfiguration,
} from '../model/shapes.ts'
import { configurations } from '../state.ts'
import type { StoredNotification } from './storedNotification.ts'

export interface Configurations {
  readonly cors: CORSConfiguration
  readonly encryption: ServerSideEncryptionConfiguration
  readonly lifecycle: StoredLifecycle
  readonly notification: StoredNotification
  readonly logging: LoggingEnabled
  readonly requestPayment: RequestPaymentConfiguration
  readonly accelerate: AccelerateConfiguration
  readonly tagging: Tagging
  readonly website: WebsiteConfiguration
  readonly inventory: InventoryConfiguration
  readonly analytics: AnalyticsConfiguration
  readonly metrics: MetricsConfiguration
  readonly tiering: IntelligentTieringConfiguration
}
export type Kind = keyof Configurations

const scopeOf = ({ account }: BucketPlace) => ({ account, region: '' })
const keyOf = ({ name }: BucketPlace, kind: Kind, id: string) => `${name}/${kind}/${id}`

export async function configuration<K extends Kind>(
  read: Reader,
  place: BucketPlace,
  kind: K,
  id = '',
): Promise<Configurations[K] | undefined> {
  const found = await read.get(configurations, scopeOf(place), keyOf(place, kind, id))
  return found?.value as Configurations[K] | undefined
}

/** All of one kind, by id. */
export async function configurationsOf<K extends Kind>(
  read: Reader,
  place: BucketPlace,
  kind: K,
): Promise<Configurations[K][]> {
  const found = await read.list(configurations, scopeOf(place), { prefix: keyOf(place, kind, '') })
  return found.map(({ value }) => value as Configurations[K])
}

export const putConfiguration = <K extends Kind>(
  tx: Transaction,
  place: BucketPlace,
  kind: K,
  value: Configurations[K],
  id = '',
): Promise<void> => tx.put(configurations, scopeOf(place), keyOf(place, kind, id), value)

/** True if there was one. */
export const deleteConfiguration = (
  tx: Transaction,
  place: BucketPlace,
  kind: Kind,
  id = '',
): Promise<boolean> => tx.delete(configurations, scopeOf(place), keyOf(place, kind, id))

/** With the bucket goes all that it was told: the next one of its name knows nothing of it. */
export async function deleteConfigurations(tx: Transaction, place: BucketPlace): Promise<void> {
  const scope = scopeOf(place)
  for (const { key } of await tx.list(configurations, scope, { prefix: `${place.name}/` }))
    await tx.delete(configurations, scope, key)
}
