import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePolicy } from '#iam/policy/parsePolicy.ts'
import {
  ALL_USERS,
  AUTHENTICATED_USERS,
  LOG_DELIVERY,
  type StoredGrant,
} from '#s3/acl/storedAcl.ts'
import type { GuardedBucket } from '#s3/buckets/guardedBucket.ts'
import { ownerOf, resourcePolicyOf } from '#s3/policy/resourcePolicyOf.ts'
import { BLOCK_ALL } from '#s3/public-access/newBucketAccess.ts'
import type { StoredObject } from '#s3/state.ts'

const OWNER = '111122223333'
const WRITER = '444455556666'

const statement = fc.record({
  Effect: fc.constantFrom('Allow', 'Deny'),
  Principal: fc.constantFrom('*', { AWS: WRITER }),
  Action: fc.constant('s3:GetObject'),
  Resource: fc.constant('arn:aws:s3:::b/*'),
})
const document = fc
  .oneof(statement, fc.array(statement, { minLength: 1, maxLength: 3 }))
  .map((Statement) => JSON.stringify({ Version: '2012-10-17', Statement }))
const grant: fc.Arbitrary<StoredGrant> = fc.record({
  grantee: fc.constantFrom(
    { id: 'a'.repeat(64) },
    { uri: ALL_USERS },
    { uri: AUTHENTICATED_USERS },
    { uri: LOG_DELIVERY },
  ),
  permission: fc.constantFrom('FULL_CONTROL', 'READ', 'WRITE', 'READ_ACP', 'WRITE_ACP'),
})
const acl = fc.option(fc.array(grant, { maxLength: 4 }), { nil: undefined })

const bucket: fc.Arbitrary<GuardedBucket> = fc
  .record({
    text: fc.option(document, { nil: undefined }),
    isPublic: fc.boolean(),
    ownership: fc.constantFrom('BucketOwnerEnforced', 'ObjectWriter', undefined),
    blocks: fc.boolean(),
    bucketAcl: acl,
    objectAcl: acl,
    isForeign: fc.boolean(),
  })
  .map(({ text, isPublic, ownership, blocks, bucketAcl, objectAcl, isForeign }) => ({
    name: 'b',
    account: OWNER,
    region: 'us-east-1',
    access: {
      policy: text === undefined ? undefined : { document: text, principals: [], isPublic },
      publicAccessBlock: blocks ? BLOCK_ALL : undefined,
      ownership,
      acl: bucketAcl,
    } as GuardedBucket['access'],
    accountBlock: undefined,
    object: {
      acl: objectAcl,
      owner: isForeign ? { account: WRITER, id: 'b'.repeat(64) } : undefined,
    } as StoredObject,
  }))

/** An object of another account, where ACLs count and nobody has given anything. */
const ofAnother = (given: GuardedBucket): GuardedBucket => ({
  ...given,
  access: { ...given.access, ownership: 'ObjectWriter', acl: undefined },
  object: { owner: { account: WRITER, id: 'b'.repeat(64) } } as StoredObject,
})

const subject = fc.constantFrom('bucket', 'object' as const) as fc.Arbitrary<'bucket' | 'object'>

describe('the policy that IAM is given', () => {
  test('always parses: else a bucket would be shut to everybody', () => {
    fc.assert(
      fc.property(bucket, subject, (given, about) => {
        const policy = resourcePolicyOf(given, about)
        if (policy) expect(() => parsePolicy(policy.document, 'resource')).not.toThrow()
      }),
    )
  })

  test('grants nothing by the bucket owner’s word on what is another’s', () => {
    fc.assert(
      fc.property(bucket.map(ofAnother), (given) => {
        expect(ownerOf(given, 'object')).toBe(WRITER)
        const { Statement = [] } = JSON.parse(resourcePolicyOf(given, 'object')?.document ?? '{}')
        expect(Statement.every(({ Effect }: { Effect: string }) => Effect === 'Deny')).toBe(true)
      }),
    )
  })

  test('grants nothing to the public by ACLs that are ignored, nor by any where they are off', () => {
    fc.assert(
      fc.property(bucket, subject, (given, about) => {
        const isOff = given.access.ownership === 'BucketOwnerEnforced'
        fc.pre(
          given.access.policy === undefined &&
            (isOff || given.access.publicAccessBlock !== undefined),
        )
        const policy = resourcePolicyOf(given, about)
        if (isOff) expect(policy).toBeUndefined()
        expect(policy?.document ?? '').not.toContain('"Principal":"*"')
      }),
    )
  })

  test('of a public policy that is restricted, ends with a denial of everybody else', () => {
    fc.assert(
      fc.property(bucket, subject, (given, about) => {
        const { policy, publicAccessBlock } = given.access
        fc.pre(policy?.isPublic === true && publicAccessBlock !== undefined)
        const { Statement } = JSON.parse(resourcePolicyOf(given, about)!.document)
        expect(Statement).toContainEqual(
          expect.objectContaining({
            Effect: 'Deny',
            Condition: expect.objectContaining({
              StringNotEqualsIfExists: { 'aws:PrincipalAccount': OWNER },
            }),
          }),
        )
      }),
    )
  })
})
