/** What a bucket can be told, by the AWS SDK for JavaScript, over both carriers of hops: the answers must be the same. */
import * as sdk from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ana, type S3World, startS3, stranger, type User } from './s3World.ts'

describe.each(['local', 'http'] as const)('AWS SDK for JavaScript, hops over %s', (hops) => {
  let world: S3World
  const clients: sdk.S3Client[] = []
  const clientOf = (as: User = ana): sdk.S3Client => {
    const client = new sdk.S3Client({
      region: 'us-east-1',
      endpoint: world.url,
      credentials: { accessKeyId: as.accessKeyId, secretAccessKey: as.secretAccessKey },
      maxAttempts: 1,
    })
    clients.push(client)
    return client
  }
  let s3: sdk.S3Client
  const Bucket = 'sdk-told'

  beforeAll(async () => {
    world = await startS3({ users: [ana, stranger], hops })
    s3 = clientOf()
    await s3.send(new sdk.CreateBucketCommand({ Bucket }))
    await s3.send(new sdk.PutObjectCommand({ Bucket, Key: 'a', Body: 'text' }))
  })
  afterAll(async () => {
    for (const client of clients) client.destroy()
    await world.close()
  })

  test('a bucket policy opens the bucket to another account, and closes it again', async () => {
    const read = async () => {
      const answer = await clientOf(stranger).send(new sdk.GetObjectCommand({ Bucket, Key: 'a' }))
      return answer.Body!.transformToString()
    }
    await expect(read()).rejects.toMatchObject({ name: 'AccessDenied' })
    const Statement = {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${stranger.accountId}:user/stranger` },
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::${Bucket}/*`,
    }
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement })
    await s3.send(new sdk.PutBucketPolicyCommand({ Bucket, Policy }))
    expect(await read()).toBe('text')
    expect((await s3.send(new sdk.GetBucketPolicyCommand({ Bucket }))).Policy).toBe(Policy)
    const { PolicyStatus } = await s3.send(new sdk.GetBucketPolicyStatusCommand({ Bucket }))
    expect(PolicyStatus).toEqual({ IsPublic: false })
    await s3.send(new sdk.DeleteBucketPolicyCommand({ Bucket }))
    await expect(read()).rejects.toMatchObject({ name: 'AccessDenied' })
    await expect(s3.send(new sdk.GetBucketPolicyCommand({ Bucket }))).rejects.toMatchObject({
      name: 'NoSuchBucketPolicy',
    })
  })

  test('public access is blocked until it is allowed', async () => {
    const get = () => s3.send(new sdk.GetPublicAccessBlockCommand({ Bucket }))
    const all = {
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: true,
    }
    expect((await get()).PublicAccessBlockConfiguration).toEqual(all)
    const PublicAccessBlockConfiguration = { ...all, BlockPublicPolicy: false }
    await s3.send(new sdk.PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration }))
    expect((await get()).PublicAccessBlockConfiguration).toEqual(PublicAccessBlockConfiguration)
    await s3.send(new sdk.DeletePublicAccessBlockCommand({ Bucket }))
    await expect(get()).rejects.toMatchObject({ name: 'NoSuchPublicAccessBlockConfiguration' })
  })

  test('ACLs are shown, and set where they count', async () => {
    const owner = (await s3.send(new sdk.GetBucketAclCommand({ Bucket }))).Owner!
    const Grants: sdk.Grant[] = [
      { Grantee: { Type: 'CanonicalUser', ID: owner.ID }, Permission: 'FULL_CONTROL' },
    ]
    const acl = await s3.send(new sdk.GetObjectAclCommand({ Bucket, Key: 'a' }))
    expect(acl.Grants).toEqual(Grants)
    const OwnershipControls: sdk.OwnershipControls = {
      Rules: [{ ObjectOwnership: 'ObjectWriter' }],
    }
    await s3.send(new sdk.PutBucketOwnershipControlsCommand({ Bucket, OwnershipControls }))
    await s3.send(
      new sdk.PutObjectAclCommand({
        Bucket,
        Key: 'a',
        AccessControlPolicy: {
          Owner: owner,
          Grants: [
            ...Grants,
            {
              Grantee: { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/global/AllUsers' },
              Permission: 'READ',
            },
          ],
        },
      }),
    )
    expect(await (await fetch(`${world.url}/${Bucket}/a`)).text()).toBe('text')
  })

  test('CORS, encryption, lifecycle, tags and website come back as they went', async () => {
    const CORSConfiguration = {
      CORSRules: [{ AllowedMethods: ['GET'], AllowedOrigins: ['https://a.example'] }],
    }
    await s3.send(new sdk.PutBucketCorsCommand({ Bucket, CORSConfiguration }))
    const cors = await s3.send(new sdk.GetBucketCorsCommand({ Bucket }))
    expect(cors.CORSRules).toEqual(CORSConfiguration.CORSRules)

    const ServerSideEncryptionConfiguration: sdk.ServerSideEncryptionConfiguration = {
      Rules: [
        { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' }, BucketKeyEnabled: true },
      ],
    }
    await s3.send(new sdk.PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration }))
    const encryption = await s3.send(new sdk.GetBucketEncryptionCommand({ Bucket }))
    expect(encryption.ServerSideEncryptionConfiguration).toEqual(ServerSideEncryptionConfiguration)

    const Rules: sdk.LifecycleRule[] = [
      {
        ID: 'end',
        Status: 'Enabled',
        Filter: { And: { Prefix: 'a/', ObjectSizeGreaterThan: 10 } },
        Expiration: { Date: new Date('2030-01-01T00:00:00Z') },
        NoncurrentVersionExpiration: { NoncurrentDays: 5 },
      },
    ]
    await s3.send(
      new sdk.PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules } }),
    )
    const lifecycle = await s3.send(new sdk.GetBucketLifecycleConfigurationCommand({ Bucket }))
    expect(lifecycle.Rules).toEqual(Rules)

    const Tagging = { TagSet: [{ Key: 'team', Value: 'röd' }] }
    await s3.send(new sdk.PutBucketTaggingCommand({ Bucket, Tagging }))
    expect((await s3.send(new sdk.GetBucketTaggingCommand({ Bucket }))).TagSet).toEqual(
      Tagging.TagSet,
    )

    const WebsiteConfiguration: sdk.WebsiteConfiguration = {
      IndexDocument: { Suffix: 'index.html' },
      RoutingRules: [
        {
          Condition: { KeyPrefixEquals: 'old/' },
          Redirect: { ReplaceKeyPrefixWith: 'new/', HttpRedirectCode: '302' },
        },
      ],
    }
    await s3.send(new sdk.PutBucketWebsiteCommand({ Bucket, WebsiteConfiguration }))
    expect(await s3.send(new sdk.GetBucketWebsiteCommand({ Bucket }))).toMatchObject(
      WebsiteConfiguration,
    )
  })
})
