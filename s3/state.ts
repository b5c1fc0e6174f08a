/** What S3 keeps: names (of all accounts together), buckets (by account), objects (by account and region). */
import type { BlobHash } from '#kernel/blobs/blobs.ts'
import type { StoredBody } from '#kernel/blobs/storedBody.ts'
import { defineCollection, type Scope } from '#kernel/store/store.ts'
import type { ObjectChecksum } from './checksums/objectChecksum.ts'
import type { UserMetadata } from './objects/userMetadata.ts'

/** Names are unique over all accounts and regions: they belong to nobody. */
export const NOBODY: Scope = { account: '', region: '' }

/** Whose the name is. By bucket name, in NOBODY's scope. */
export interface BucketName {
  readonly account: string
  readonly region: string
}

/** By bucket name, in its owner's scope without region: ListBuckets shows all regions. */
export interface Bucket {
  readonly region: string
  /** As CreateBucket was told, and as GetBucketLocation repeats it; absent in us-east-1. */
  readonly locationConstraint?: string | undefined
  /** Milliseconds since the epoch. */
  readonly createdAt: number
}

/** Headers of the representation, kept and given back as they came. */
export interface ObjectHeaders {
  readonly CacheControl?: string | undefined
  readonly ContentDisposition?: string | undefined
  readonly ContentEncoding?: string | undefined
  readonly ContentLanguage?: string | undefined
  readonly ContentType: string
  readonly Expires?: string | undefined
}

/** By `bucket/key`, in the scope of the bucket's owner and region. */
export interface StoredObject {
  /** Hexadecimal, without quotes. */
  readonly etag: string
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number
  readonly headers: ObjectHeaders
  readonly metadata: UserMetadata
  readonly storageClass: string
  readonly checksum: ObjectChecksum
  readonly body: StoredBody
}

export interface CanonicalUser {
  readonly id: string
}

export const bucketNames = defineCollection<BucketName>('s3/bucket-names')
export const buckets = defineCollection<Bucket>('s3/buckets')
export const objects = defineCollection<StoredObject>('s3/objects')
/** Which blobs are in use. By `bucket/key`, beside the object: what is not here can be swept. */
export interface BlobUse {
  readonly hash: BlobHash
}

export const blobUses = defineCollection<BlobUse>('s3/blob-uses')
export const canonicalUsers = defineCollection<CanonicalUser>('s3/canonical-users')
