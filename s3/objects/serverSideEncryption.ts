/**
 * Encryption at rest: what a PutObject asks for, else the bucket's default, else S3's own keys, which every object
 * has since January 2023.
 */
import { createHash } from 'node:crypto'
import type { Caller } from '#kernel/hops/caller.ts'
import type { Reader } from '#kernel/store/store.ts'
import type { BucketPlace } from '../buckets/bucketPlace.ts'
import { configuration } from '../configurations/bucketConfiguration.ts'
import * as errors from '../errors.ts'
import type { StoredObject } from '../state.ts'

/** SIMPLIFICATION: a local store has nobody to hide bodies from; they lie as they came, and entity tags are MD5. */
export const ENCRYPTION = 'AES256'
const KMS = 'aws:kms'

/** Kept with an object whose encryption is not S3's own. */
export interface ObjectEncryption {
  readonly keyId: string
  readonly hasBucketKey: boolean
}

const ELSEWHERE: ReadonlySet<string> = new Set(['aws:kms:dsse', 'aws:fsx'])

export function checkServerSideEncryption(asked: string | undefined): void {
  if (asked === undefined || asked === ENCRYPTION || asked === KMS) return
  if (ELSEWHERE.has(asked)) throw errors.notImplementedHeader('x-amz-server-side-encryption')
  throw errors.invalidEncryption(asked)
}

/** Undefined: with S3's own keys. */
export async function encryptionToKeep(
  read: Reader,
  place: BucketPlace,
  asked: string | undefined,
): Promise<ObjectEncryption | undefined> {
  const rule = (await configuration(read, place, 'encryption'))?.Rules[0]
  const algorithm = asked ?? rule?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm
  if (algorithm !== KMS) return undefined
  return { keyId: managedKeyArn(place), hasBucketKey: rule?.BucketKeyEnabled === true }
}

/**
 * The key that AWS manages for S3 in one account and region.
 * SIMPLIFICATION: there is no KMS that holds it; its name follows from account and region.
 */
function managedKeyArn({ account, region }: BucketPlace): string {
  const hex = createHash('sha256').update(`aws/s3 of ${account} in ${region}`).digest('hex')
  const id = hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return `arn:aws:kms:${region}:${account}:key/${id}`
}

export const encryptionMembers = (encryption: ObjectEncryption | undefined) =>
  encryption
    ? ({
        ServerSideEncryption: KMS,
        SSEKMSKeyId: encryption.keyId,
        BucketKeyEnabled: encryption.hasBucketKey || undefined,
      } as const)
    : ({ ServerSideEncryption: ENCRYPTION } as const)

/** The policy of a key that AWS manages lets in its own account alone, whatever the bucket's says. */
export function checkKeyUse({ encryption }: StoredObject, caller: Caller): void {
  if (!encryption) return
  if (caller.type === 'Anonymous') throw errors.kmsNeedsSignature()
  if (encryption.keyId.split(':')[4] !== caller.accountId) throw errors.accessDenied()
}
