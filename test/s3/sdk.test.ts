/** The AWS SDK for JavaScript, unmodified, against S3 over both carriers of hops: the answers must be the same. */
import { Readable } from 'node:stream'
import {
  BucketAlreadyOwnedByYou,
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  NoSuchBucket,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ana, type S3World, startS3, type User, user } from './s3World.ts'

const reader = user('reader', {
  statements: [{ Effect: 'Allow', Action: ['s3:Get*', 's3:List*'], Resource: '*' }],
})

describe.each(['local', 'http'] as const)('AWS SDK for JavaScript, hops over %s', (hops) => {
  let world: S3World
  const clients: S3Client[] = []
  const clientOf = (region: string, as: User = ana): S3Client => {
    const client = new S3Client({
      region,
      endpoint: world.url,
      credentials: { accessKeyId: as.accessKeyId, secretAccessKey: as.secretAccessKey },
      maxAttempts: 1,
    })
    clients.push(client)
    return client
  }
  let s3: S3Client

  beforeAll(async () => {
    world = await startS3({ users: [ana, reader], hops })
    s3 = clientOf('us-east-1')
    await s3.send(new CreateBucketCommand({ Bucket: 'sdk' }))
  })
  afterAll(async () => {
    for (const client of clients) client.destroy()
    await world.close()
  })

  test('makes, finds, lists and deletes a bucket', async () => {
    const Bucket = 'sdk-life'
    expect((await s3.send(new CreateBucketCommand({ Bucket }))).Location).toBe('/sdk-life')
    expect((await s3.send(new HeadBucketCommand({ Bucket }))).BucketRegion).toBe('us-east-1')
    const { Buckets, Owner } = await s3.send(new ListBucketsCommand({}))
    expect(Buckets?.map(({ Name }) => Name)).toContain(Bucket)
    expect(Buckets?.[0]?.CreationDate).toBeInstanceOf(Date)
    expect(Owner?.ID).toMatch(/^[0-9a-f]{64}$/)
    await s3.send(new DeleteBucketCommand({ Bucket }))
    await expect(s3.send(new HeadBucketCommand({ Bucket }))).rejects.toBeInstanceOf(NotFound)
  })

  test('makes a bucket in another region, with its client', async () => {
    const ireland = clientOf('eu-west-1')
    const Bucket = 'sdk-ireland'
    const CreateBucketConfiguration = { LocationConstraint: 'eu-west-1' as const }
    await ireland.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }))
    const { LocationConstraint } = await s3.send(new GetBucketLocationCommand({ Bucket }))
    expect(LocationConstraint).toBe('eu-west-1')
    const again = new CreateBucketCommand({ Bucket, CreateBucketConfiguration })
    await expect(ireland.send(again)).rejects.toBeInstanceOf(BucketAlreadyOwnedByYou)
    await expect(s3.send(new GetObjectCommand({ Bucket, Key: 'a' }))).rejects.toMatchObject({
      name: 'AuthorizationHeaderMalformed',
      Region: 'eu-west-1',
    })
  })

  test('follows to the bucket’s region by itself where it is told to', async () => {
    const following = new S3Client({
      region: 'us-east-1',
      endpoint: world.url,
      credentials: { accessKeyId: ana.accessKeyId, secretAccessKey: ana.secretAccessKey },
      followRegionRedirects: true,
    })
    clients.push(following)
    const { $metadata } = await following.send(new HeadBucketCommand({ Bucket: 'sdk-ireland' }))
    expect($metadata.httpStatusCode).toBe(200)
  })

  test.each([
    ['text', 'hello world'],
    ['bytes', Buffer.alloc(1000, 7)],
    ['nothing', ''],
    ['more than a record holds', Buffer.alloc(100_000, 8)],
    ['so much that it asks first (Expect: 100-continue)', Buffer.alloc(3_000_000, 9)],
  ])('puts and gets %s, verified by the SDK’s own checksums', async (name, Body) => {
    const Key = `round/${name}`
    const put = await s3.send(new PutObjectCommand({ Bucket: 'sdk', Key, Body }))
    expect(put.ChecksumCRC32).toBeDefined()
    const got = await s3.send(new GetObjectCommand({ Bucket: 'sdk', Key }))
    expect(got.ChecksumCRC32).toBe(put.ChecksumCRC32)
    const bytes = Buffer.from(await got.Body!.transformToByteArray())
    expect(bytes.equals(Buffer.from(Body))).toBe(true)
    expect(got.ContentLength).toBe(Body.length)
  })

  test.each(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const)(
    'agrees on %s',
    async (ChecksumAlgorithm) => {
      const Key = `sum/${ChecksumAlgorithm}`
      const Body = 'hello world'
      const put = new PutObjectCommand({ Bucket: 'sdk', Key, Body, ChecksumAlgorithm })
      const { [`Checksum${ChecksumAlgorithm}` as const]: sum } = await s3.send(put)
      expect(sum).toBeDefined()
      const got = await s3.send(
        new GetObjectCommand({ Bucket: 'sdk', Key, ChecksumMode: 'ENABLED' }),
      )
      expect(await got.Body!.transformToString()).toBe(Body)
    },
  )

  test('gets a range', async () => {
    await s3.send(new PutObjectCommand({ Bucket: 'sdk', Key: 'range', Body: '0123456789' }))
    const Range = 'bytes=2-4'
    const got = await s3.send(new GetObjectCommand({ Bucket: 'sdk', Key: 'range', Range }))
    expect(await got.Body!.transformToString()).toBe('234')
    expect([got.ContentRange, got.$metadata.httpStatusCode]).toEqual(['bytes 2-4/10', 206])
  })

  test('gives back what was stored with the object', async () => {
    const Expires = new Date('2033-12-01T16:00:00Z')
    const stored = {
      CacheControl: 'max-age=60',
      ContentDisposition: 'attachment',
      ContentEncoding: 'gzip',
      ContentLanguage: 'es',
      ContentType: 'text/plain',
      Metadata: { colour: 'red', shape: 'round; very' },
      StorageClass: 'STANDARD_IA' as const,
    }
    const Key = 'described'
    await s3.send(new PutObjectCommand({ Bucket: 'sdk', Key, Body: 'x', Expires, ...stored }))
    const head = await s3.send(new HeadObjectCommand({ Bucket: 'sdk', Key }))
    expect(head).toMatchObject({ ...stored, ExpiresString: 'Thu, 01 Dec 2033 16:00:00 GMT' })
    expect(head.ServerSideEncryption).toBe('AES256')
  })

  test('lists page by page, odd keys among them', async () => {
    const keys = ['a b', 'a+b', 'a//b', '100%', '../x', 'ü/🪣', "it's (1)!*", '<&>"', 'a\u0001b']
    for (const key of keys)
      await s3.send(new PutObjectCommand({ Bucket: 'sdk', Key: `odd/${key}`, Body: key }))
    const seen: string[] = []
    const pages = paginateListObjectsV2(
      { client: s3, pageSize: 4 },
      { Bucket: 'sdk', Prefix: 'odd/' },
    )
    for await (const { Contents = [] } of pages) for (const { Key } of Contents) seen.push(Key!)
    expect(seen.sort()).toEqual(keys.map((key) => `odd/${key}`).sort())
    for (const Key of seen) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'sdk', Key }))
      expect(`odd/${await Body!.transformToString()}`).toBe(Key)
      await s3.send(new DeleteObjectCommand({ Bucket: 'sdk', Key }))
    }
  })

  test('knows S3’s refusals by their classes', async () => {
    const missing = new GetObjectCommand({ Bucket: 'sdk', Key: 'missing' })
    await expect(s3.send(missing)).rejects.toBeInstanceOf(NoSuchKey)
    const nowhere = new GetObjectCommand({ Bucket: 'sdk-nowhere', Key: 'a' })
    await expect(s3.send(nowhere)).rejects.toBeInstanceOf(NoSuchBucket)
    const look = new HeadObjectCommand({ Bucket: 'sdk', Key: 'missing' })
    await expect(s3.send(look)).rejects.toBeInstanceOf(NotFound)
    const denied = new PutObjectCommand({ Bucket: 'sdk', Key: 'a', Body: 'x' })
    await expect(clientOf('us-east-1', reader).send(denied)).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('is not authorized to perform: s3:PutObject on resource'),
    })
  })

  test('hears by name that bodies in signed or unsigned chunks are not taken yet', async () => {
    const Body = Readable.from(['hello', ' ', 'world'])
    const put = new PutObjectCommand({ Bucket: 'sdk', Key: 'stream', Body, ContentLength: 11 })
    await expect(s3.send(put)).rejects.toMatchObject({
      name: 'NotImplemented',
      Header: 'x-amz-content-sha256',
      $metadata: { httpStatusCode: 501 },
    })
  })
})
