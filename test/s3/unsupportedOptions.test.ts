import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { UNSUPPORTED_CHECKSUM_HEADERS } from '#s3/checksums/algorithms.ts'
import { s3 as model } from '#s3/model/shapes.ts'
import { type UnsupportedOptions, unsupportedOptions } from '#s3/unsupportedOptions.ts'
import { type S3World, startS3 } from './s3World.ts'

let world: S3World
beforeAll(async () => {
  world = await startS3()
  await world.createBucket('options')
  await world.putObject('options', 'key', 'x')
})
afterAll(() => world.close())

const METHODS: Readonly<Record<string, string>> = {
  PutObject: 'PUT',
  GetObject: 'GET',
  HeadObject: 'HEAD',
  DeleteObject: 'DELETE',
  GetObjectAcl: 'GET',
  PutObjectAcl: 'PUT',
}

const table = Object.entries(unsupportedOptions as Record<string, UnsupportedOptions>)
const headers = table.flatMap(([operation, options]) =>
  options.headers.map((name) => [operation, name] as const),
)
const parameters = table.flatMap(([operation, options]) =>
  options.parameters.map((name) => [operation, name] as const),
)

const send = (operation: string, more: object) =>
  world.send({ method: METHODS[operation]!, path: '/options/key', ...more })

describe('what S3 can do and we cannot yet', () => {
  test.each([
    ...headers,
    ...UNSUPPORTED_CHECKSUM_HEADERS.map((name) => ['PutObject', name] as const),
  ])('%s with %s is refused by name', async (operation, name) => {
    const value = /enabled|retention/.test(name) ? 'true' : '1'
    const { status, element } = await send(operation, { headers: { [name]: value } })
    expect(status).toBe(501)
    if (operation === 'HeadObject') return
    expect(element('Code')).toBe('NotImplemented')
    expect(element('Message')).toBe(
      'A header you provided implies functionality that is not implemented',
    )
    expect(element('Header')).toBe(name)
  })

  test.each(parameters)('%s with ?%s is refused by name', async (operation, name) => {
    const part = operation.endsWith('Acl') ? 'acl&' : ''
    const { status, element } = await send(operation, { query: `${part}${name}=1` })
    expect(status).toBe(501)
    if (operation !== 'HeadObject') expect(element('Parameter')).toBe(name)
  })

  test('encryption in two layers or of file systems is refused by name', async () => {
    for (const algorithm of ['aws:kms:dsse', 'aws:fsx']) {
      const headers = { 'x-amz-server-side-encryption': algorithm }
      const { status, element } = await send('PutObject', { headers })
      expect([status, element('Header')]).toEqual([501, 'x-amz-server-side-encryption'])
    }
  })

  test('a refused write leaves what was there', async () => {
    const { text } = await send('GetObject', {})
    expect(text).toBe('x')
  })

  test.each([
    ['POST', '/options/key', 'uploads', 'CreateMultipartUpload'],
    ['PUT', '/options/key', 'tagging', 'PutObjectTagging'],
    ['GET', '/options', 'abac', 'GetBucketAbac'],
    ['GET', '/options', 'versions', 'ListObjectVersions'],
    ['POST', '/options', 'delete', 'DeleteObjects'],
    ['PUT', '/options', 'versioning=', 'PutBucketVersioning'],
  ])('%s %s?%s is refused as %s', async (method, path, query, operation) => {
    const { status, element } = await world.send({ method, path, query })
    expect([status, element('Code')]).toEqual([501, 'NotImplemented'])
    expect(element('Message')).toBe(`The operation ${operation} is not implemented.`)
  })

  test('a copy is refused as one, not taken for an empty upload', async () => {
    const headers = { 'x-amz-copy-source': '/options/key' }
    const { element } = await world.send({ method: 'PUT', path: '/options/copy', headers })
    expect(element('Message')).toBe('The operation CopyObject is not implemented.')
    expect((await world.send({ method: 'GET', path: '/options/copy' })).status).toBe(404)
  })
})

/** Done, checked, or without effect on what we keep. */
const HANDLED: Readonly<Record<string, readonly string[]>> = {
  CreateBucket: [
    ...['x-amz-acl', 'x-amz-object-ownership', 'x-amz-bucket-object-lock-enabled'],
    ...['x-amz-grant-full-control', 'x-amz-grant-read', 'x-amz-grant-read-acp'],
    ...['x-amz-grant-write', 'x-amz-grant-write-acp', 'x-amz-bucket-namespace'],
  ],
  HeadBucket: ['x-amz-expected-bucket-owner'],
  ListBuckets: ['max-buckets', 'continuation-token', 'prefix', 'bucket-region'],
  DeleteBucket: ['x-amz-expected-bucket-owner'],
  GetBucketLocation: ['x-amz-expected-bucket-owner'],
  PutObject: [
    ...['x-amz-acl', 'x-amz-grant-full-control', 'x-amz-grant-read', 'x-amz-grant-read-acp'],
    ...['x-amz-grant-write-acp', 'cache-control', 'content-disposition', 'content-encoding'],
    ...['content-language', 'content-length', 'content-md5', 'content-type', 'expires'],
    ...['x-amz-sdk-checksum-algorithm', 'x-amz-checksum-crc32', 'x-amz-checksum-crc32c'],
    ...['x-amz-checksum-crc64nvme', 'x-amz-checksum-sha1', 'x-amz-checksum-sha256'],
    ...['if-match', 'if-none-match', 'x-amz-server-side-encryption', 'x-amz-storage-class'],
    // Who pays is asked only of buckets that are set up so, and none is.
    ...['x-amz-request-payer', 'x-amz-expected-bucket-owner'],
    ...UNSUPPORTED_CHECKSUM_HEADERS,
  ],
  GetObject: [
    ...['if-match', 'if-modified-since', 'if-none-match', 'if-unmodified-since', 'range'],
    ...['response-cache-control', 'response-content-disposition', 'response-content-encoding'],
    ...['response-content-language', 'response-content-type', 'response-expires'],
    ...['x-amz-request-payer', 'x-amz-expected-bucket-owner', 'x-amz-checksum-mode'],
  ],
  DeleteObject: ['x-amz-request-payer', 'x-amz-expected-bucket-owner'],
  ListObjectsV2: [
    ...['delimiter', 'encoding-type', 'max-keys', 'prefix', 'continuation-token', 'fetch-owner'],
    ...['start-after', 'x-amz-request-payer', 'x-amz-expected-bucket-owner'],
    // Only what is being restored has a status of it, and nothing is.
    'x-amz-optional-object-attributes',
  ],
}

/** Operations on what a bucket has been told: who owns it, and the checksum of the document. */
const ABOUT_BUCKETS = [
  ...['x-amz-expected-bucket-owner', 'content-md5', 'x-amz-sdk-checksum-algorithm'],
  ...['id', 'continuation-token', 'x-amz-transition-default-minimum-object-size'],
  // Destinations that could be validated are refused by name; a policy that locks its author out is taken.
  ...['x-amz-skip-destination-validation', 'x-amz-confirm-remove-self-bucket-access'],
  // Asked where the requester pays; no bucket has locked objects.
  ...['x-amz-request-payer', 'x-amz-bucket-object-lock-token'],
  ...['x-amz-acl', 'x-amz-grant-full-control', 'x-amz-grant-read', 'x-amz-grant-read-acp'],
  ...['x-amz-grant-write', 'x-amz-grant-write-acp'],
]

describe('every option that the API has is either handled or refused', () => {
  test.each(Object.keys(model.operations))('%s', (operation) => {
    const shape = model.shapes[model.operations[operation]!.input!]!
    if (shape.type !== 'structure') throw new Error('an input is a structure')
    const options = Object.values(shape.members).flatMap((member) => {
      if (typeof member === 'string') return []
      const name = member.header ?? member.query
      return name === undefined ? [] : [name.toLowerCase()]
    })
    const refused = (unsupportedOptions as Record<string, UnsupportedOptions>)[operation]
    const known = new Set([
      ...(HANDLED[operation] ??
        (operation === 'HeadObject' ? HANDLED['GetObject']! : ABOUT_BUCKETS)),
      ...(refused?.headers ?? []),
      ...(refused?.parameters.map((name) => name.toLowerCase()) ?? []),
    ])
    expect(options.filter((name) => !known.has(name))).toEqual([])
  })
})
