/** What S3 keeps: names (of all accounts together), buckets (by account), objects (by account and region). */
import type { BlobHash } from '#kernel/blobs/blobs.ts'
import type { StoredBody } from '#kernel/blobs/storedBody.ts'
import { defineCollection, type Scope } from '#kernel/store/store.ts'
import type { StoredAcl } from './acl/storedAcl.ts'
import type { ObjectChecksum } from './checksums/objectChecksum.ts'
import type { ObjectOwnership } from './model/shapes.ts'
import type { ObjectEncryption } from './objects/serverSideEncryption.ts'
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

/** A bucket policy as it was written. */
export interface BucketPolicy {
  readonly document: string
  /** Users and roles that it names, with the unique ids that they had then. */
  readonly principals: readonly { readonly arn: string; readonly id: string }[]
  /** As "The meaning of public" has it; settled when it was written. */
  readonly isPublic: boolean
}

export interface PublicAccessBlock {
  readonly BlockPublicAcls: boolean
  readonly IgnorePublicAcls: boolean
  readonly BlockPublicPolicy: boolean
  readonly RestrictPublicBuckets: boolean
}

/** Who may come in: read with every request about a bucket. By bucket name, beside `buckets`. */
export interface BucketAccess {
  readonly policy?: BucketPolicy | undefined
  /** Absent where it was removed: every new bucket has one. */
  readonly publicAccessBlock?: PublicAccessBlock | undefined
  /** Absent where it was removed: then ACLs count, as before there was such a setting. */
  readonly ownership?: ObjectOwnership | undefined
  /** Where ACLs count; its owner's own where absent. */
  readonly acl?: StoredAcl | undefined
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
  /** Where ACLs count and another account wrote it: that account, and its canonical user id. */
  readonly owner?: { readonly account: string; readonly id: string } | undefined
  /** Where ACLs count; its owner's own where absent. */
  readonly acl?: StoredAcl | undefined
  /** Absent: S3's own keys. */
  readonly encryption?: ObjectEncryption | undefined
  readonly checksum: ObjectChecksum
  readonly body: StoredBody
}

export interface CanonicalUser {
  readonly id: string
}

export const bucketNames = defineCollection<BucketName>('s3/bucket-names')
export const bucketAccess = defineCollection<BucketAccess>('s3/bucket-access')
/** Everything else that a bucket can be told, see configurations/. By `bucket/kind/id`, beside `buckets`. */
export const configurations = defineCollection<object>('s3/bucket-configurations')
/** By account, in its scope without region. */
export const accountBlocks = defineCollection<PublicAccessBlock>('s3/account-public-access-blocks')
export const buckets = defineCollection<Bucket>('s3/buckets')
export const objects = defineCollection<StoredObject>('s3/objects')
/** Which blobs are in use. By `bucket/key`, beside the object: what is not here can be swept. */
export interface BlobUse {
  readonly hash: BlobHash
}

export const blobUses = defineCollection<BlobUse>('s3/blob-uses')
export const canonicalUsers = defineCollection<CanonicalUser>('s3/canonical-users')
