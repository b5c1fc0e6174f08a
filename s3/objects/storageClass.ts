/** Storage classes are labels here: bodies lie where they lie, but archived ones cannot be read until restored. */
import * as errors from '../errors.ts'
import type { StorageClass } from '../model/shapes.ts'

export const STANDARD = 'STANDARD'

/** Those that PutObject takes; others belong to Outposts, Snow, directory buckets and file systems. */
const CLASSES: ReadonlySet<string> = new Set<StorageClass>([
  'STANDARD',
  'REDUCED_REDUNDANCY',
  'STANDARD_IA',
  'ONEZONE_IA',
  'INTELLIGENT_TIERING',
  'GLACIER',
  'DEEP_ARCHIVE',
  'GLACIER_IR',
])

const ARCHIVED: ReadonlySet<string> = new Set<StorageClass>(['GLACIER', 'DEEP_ARCHIVE'])

export function checkStorageClass(given: string | undefined): void {
  if (given !== undefined && !CLASSES.has(given)) throw errors.invalidStorageClass(given)
}

export function checkReadable(storageClass: string): void {
  if (ARCHIVED.has(storageClass)) throw errors.invalidObjectState(storageClass)
}

/** S3 does not name the ordinary class in the headers of an object. */
export const shownClass = (storageClass: string): StorageClass | undefined =>
  storageClass === STANDARD ? undefined : (storageClass as StorageClass)
