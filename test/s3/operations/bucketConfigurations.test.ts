import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  ana,
  createIn,
  type Got,
  type S3World,
  type Sent,
  startS3,
  stranger,
  user,
} from '../s3World.ts'

const nothing = user('nothing', {
  statements: [{ Effect: 'Allow', Action: 'iam:GetUser', Resource: '*' }],
})

let world: S3World
beforeAll(async () => {
  world = await startS3({ users: [ana, nothing, stranger] })
  await world.createBucket('told')
  await world.createBucket('logs')
  await world.createBucket('foreign-logs', stranger)
  await createIn(world, 'far-logs', 'eu-west-1')
})
afterAll(() => world.close())

const refusal = ({ status, element }: Got) => [status, element('Code')]

const ask = (method: string, query: string, body = '', more: Partial<Sent> = {}) =>
  world.send({
    method,
    path: '/told',
    query,
    body,
    headers: { 'content-md5': createHash('md5').update(body).digest('base64') },
    ...more,
  })

interface Row {
  readonly query: string
  readonly document: string
  /** What the bucket answers that was told nothing. */
  readonly absent: RegExp | readonly [status: number, code: string]
  readonly actions: readonly [put: string, get: string, remove?: string]
}

const md = (name: string, content: string) => `<${name}>${content}</${name}>`
const tag = (key: string, value: string) => md('Tag', md('Key', key) + md('Value', value))

const inventory = (id: string, bucket = 'arn:aws:s3:::logs') =>
  md(
    'InventoryConfiguration',
    md('Destination', md('S3BucketDestination', md('Bucket', bucket) + md('Format', 'CSV'))) +
      md('IsEnabled', 'true') +
      md('Id', id) +
      md('IncludedObjectVersions', 'All') +
      md('Schedule', md('Frequency', 'Daily')),
  )

const rows: readonly Row[] = [
  {
    query: 'encryption',
    document: md(
      'ServerSideEncryptionConfiguration',
      md(
        'Rule',
        md('ApplyServerSideEncryptionByDefault', md('SSEAlgorithm', 'aws:kms')) +
          md('BucketKeyEnabled', 'true'),
      ),
    ),
    absent: /<SSEAlgorithm>AES256<\/SSEAlgorithm>.*<BucketKeyEnabled>false/,
    actions: [
      'PutEncryptionConfiguration',
      'GetEncryptionConfiguration',
      'PutEncryptionConfiguration',
    ],
  },
  {
    query: 'tagging',
    document: md('Tagging', md('TagSet', tag('team', 'red') + tag('stage', ''))),
    absent: [404, 'NoSuchTagSet'],
    actions: ['PutBucketTagging', 'GetBucketTagging', 'PutBucketTagging'],
  },
  {
    query: 'website',
    document: md(
      'WebsiteConfiguration',
      md('IndexDocument', md('Suffix', 'index.html')) +
        md('ErrorDocument', md('Key', 'error.html')),
    ),
    absent: [404, 'NoSuchWebsiteConfiguration'],
    actions: ['PutBucketWebsite', 'GetBucketWebsite', 'DeleteBucketWebsite'],
  },
  {
    query: 'lifecycle',
    document: md(
      'LifecycleConfiguration',
      md(
        'Rule',
        md('ID', 'old') +
          md('Filter', md('Prefix', 'tmp/')) +
          md('Status', 'Enabled') +
          md('Expiration', md('Days', '7')),
      ),
    ),
    absent: [404, 'NoSuchLifecycleConfiguration'],
    actions: [
      'PutLifecycleConfiguration',
      'GetLifecycleConfiguration',
      'PutLifecycleConfiguration',
    ],
  },
  {
    query: 'logging',
    document: md(
      'BucketLoggingStatus',
      md('LoggingEnabled', md('TargetBucket', 'logs') + md('TargetPrefix', 'told/')),
    ),
    absent: /<BucketLoggingStatus[^>]*\/>/,
    actions: ['PutBucketLogging', 'GetBucketLogging'],
  },
  {
    query: 'notification',
    document: md('NotificationConfiguration', md('EventBridgeConfiguration', '')),
    absent: /<NotificationConfiguration[^>]*\/>/,
    actions: ['PutBucketNotification', 'GetBucketNotification'],
  },
  {
    query: 'requestPayment',
    document: md('RequestPaymentConfiguration', md('Payer', 'Requester')),
    absent: /<Payer>BucketOwner<\/Payer>/,
    actions: ['PutBucketRequestPayment', 'GetBucketRequestPayment'],
  },
  {
    query: 'inventory&id=daily',
    document: inventory('daily'),
    absent: [404, 'NoSuchConfiguration'],
    actions: [
      'PutInventoryConfiguration',
      'GetInventoryConfiguration',
      'PutInventoryConfiguration',
    ],
  },
  {
    query: 'analytics&id=classes',
    document: md('AnalyticsConfiguration', md('Id', 'classes') + md('StorageClassAnalysis', '')),
    absent: [404, 'NoSuchConfiguration'],
    actions: [
      'PutAnalyticsConfiguration',
      'GetAnalyticsConfiguration',
      'PutAnalyticsConfiguration',
    ],
  },
  {
    query: 'metrics&id=all',
    document: md('MetricsConfiguration', md('Id', 'all')),
    absent: [404, 'NoSuchConfiguration'],
    actions: ['PutMetricsConfiguration', 'GetMetricsConfiguration', 'PutMetricsConfiguration'],
  },
  {
    query: 'intelligent-tiering&id=cold',
    document: md(
      'IntelligentTieringConfiguration',
      md('Id', 'cold') +
        md('Status', 'Enabled') +
        md('Tiering', md('Days', '90') + md('AccessTier', 'ARCHIVE_ACCESS')),
    ),
    absent: [404, 'NoSuchConfiguration'],
    actions: [
      'PutIntelligentTieringConfiguration',
      'GetIntelligentTieringConfiguration',
      'PutIntelligentTieringConfiguration',
    ],
  },
]

/** Element names and texts, whatever their order. */
const parts = (xml: string) =>
  [...xml.matchAll(/<([A-Za-z]+)(?: [^>]*)?(?:\/>|>([^<]*))/g)]
    .map(([, name, text]) => `${name}=${text ?? ''}`)
    .filter((part) => !part.startsWith('TransitionDefault'))
    .sort()

describe.each(rows)('?$query of a bucket', ({ query, document, absent, actions }) => {
  const [put, get, remove] = actions

  test('that was told nothing', async () => {
    const got = await ask('GET', query)
    if (absent instanceof RegExp) expect(got.text).toMatch(absent)
    else expect(refusal(got)).toEqual(absent)
  })

  test.each<readonly [method: string, action: string]>([
    ['PUT', put],
    ['GET', get],
    ...(remove === undefined ? [] : [['DELETE', remove] as const]),
  ])('%s needs s3:%s', async (method, action) => {
    const got = await ask(method, query, method === 'PUT' ? document : '', { as: nothing })
    expect(got.status).toBe(403)
    expect(got.element('Message')).toContain(
      `not authorized to perform: s3:${action} on resource: "arn:aws:s3:::told"`,
    )
  })

  test('is given back as it was put', async () => {
    const answer = await ask('PUT', query, document)
    expect([answer.status, answer.text]).toEqual([query === 'tagging' ? 204 : 200, ''])
    const got = await ask('GET', query)
    expect(got.status).toBe(200)
    expect(parts(got.text).filter((part) => !part.startsWith('xml'))).toEqual(parts(document))
  })

  test('goes when it is deleted, and deleting what is not there is no error', async ({ skip }) => {
    skip(remove === undefined, 'cannot be deleted')
    expect((await ask('DELETE', query)).status).toBe(204)
    const got = await ask('GET', query)
    if (absent instanceof RegExp) expect(got.text).toMatch(absent)
    else expect(refusal(got)).toEqual(absent)
    const again = await ask('DELETE', query)
    expect(again.status).toBe(query.includes('&id=') ? 404 : 204)
  })

  test.each(['', '<', '<Other/>', '<!DOCTYPE a><a/>'])('refuses %j as a document', async (body) => {
    const got = await ask('PUT', query, body)
    expect(refusal(got)).toEqual([400, body === '' ? 'MissingRequestBodyError' : 'MalformedXML'])
  })

  test('is for the owner that the client expects', async () => {
    const headers = { 'x-amz-expected-bucket-owner': '444455556666' }
    expect(refusal(await ask('GET', query, '', { headers }))).toEqual([403, 'AccessDenied'])
  })
})

describe('what S3 says of values', () => {
  const tags = (...all: string[]) => md('Tagging', md('TagSet', all.join('')))
  const encryption = (...rules: string[]) =>
    md('ServerSideEncryptionConfiguration', rules.map((rule) => md('Rule', rule)).join(''))
  const by = (algorithm: string, key = '') =>
    md('ApplyServerSideEncryptionByDefault', md('SSEAlgorithm', algorithm) + key)
  const key = (name: string) => md('KMSMasterKeyID', name)
  const site = (...all: string[]) => md('WebsiteConfiguration', all.join(''))
  const index = md('IndexDocument', md('Suffix', 'index.html'))
  const routed = (rule: string) => site(index, md('RoutingRules', md('RoutingRule', rule)))
  const log = (bucket: string, more = '') =>
    md(
      'BucketLoggingStatus',
      md('LoggingEnabled', md('TargetBucket', bucket) + more + md('TargetPrefix', '')),
    )
  const tell = (target: string, content: string) =>
    md('NotificationConfiguration', md(target, content))

  test.each<[string, string, string, number, string, string?]>([
    [
      'a tag twice',
      'tagging',
      tags(tag('a', '1'), tag('a', '2')),
      400,
      'InvalidTag',
      'Cannot provide multiple Tags with the same key',
    ],
    [
      'a tag of AWS',
      'tagging',
      tags(tag('aws:x', '1')),
      400,
      'InvalidTag',
      'System tags cannot be added/updated by requester',
    ],
    [
      'a tag without a key',
      'tagging',
      tags(tag('', '1')),
      400,
      'InvalidTag',
      'The TagKey you have provided is invalid',
    ],
    [
      'a tag’s key of 129 characters',
      'tagging',
      tags(tag('a'.repeat(129), '1')),
      400,
      'InvalidTag',
      'The TagKey you have provided is invalid',
    ],
    [
      'a tag’s value of 257 characters',
      'tagging',
      tags(tag('a', 'a'.repeat(257))),
      400,
      'InvalidTag',
      'The TagValue you have provided is invalid',
    ],
    [
      'a tag’s value with a bracket',
      'tagging',
      tags(tag('a', '(')),
      400,
      'InvalidTag',
      'The TagValue you have provided is invalid',
    ],
    [
      '51 tags',
      'tagging',
      tags(...Array.from({ length: 51 }, (_, n) => tag(`t${n}`, ''))),
      400,
      'BadRequest',
      'Bucket tag count cannot be greater than 50',
    ],
    ['a tag without a value', 'tagging', tags(md('Tag', md('Key', 'a'))), 400, 'MalformedXML'],
    [
      'two rules of encryption',
      'encryption',
      encryption(by('AES256'), by('AES256')),
      400,
      'MalformedXML',
    ],
    ['an algorithm that is none', 'encryption', encryption(by('ROT13')), 400, 'MalformedXML'],
    [
      'a key for S3’s own',
      'encryption',
      encryption(by('AES256', key('x'))),
      400,
      'InvalidArgument',
      'a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse',
    ],
    [
      'a key of one’s own',
      'encryption',
      encryption(by('aws:kms', key('arn:aws:kms:us-east-1:111122223333:key/1'))),
      501,
      'NotImplemented',
    ],
    ['two layers', 'encryption', encryption(by('aws:kms:dsse')), 501, 'NotImplemented'],
    ['a site without an index', 'website', site(), 400, 'InvalidArgument'],
    [
      'an index with a slash',
      'website',
      site(md('IndexDocument', md('Suffix', 'a/b'))),
      400,
      'InvalidArgument',
      'The IndexDocument Suffix is not well formed',
    ],
    [
      'an index beside a redirect of all',
      'website',
      site(index, md('RedirectAllRequestsTo', md('HostName', 'x'))),
      400,
      'MalformedXML',
    ],
    [
      'a redirect with 200',
      'website',
      routed(md('Redirect', md('HttpRedirectCode', '200'))),
      400,
      'InvalidRequest',
      'The provided HTTP redirect code (200) is not valid. Valid codes are 3XX except 300.',
    ],
    [
      'a redirect of 200',
      'website',
      routed(
        md('Condition', md('HttpErrorCodeReturnedEquals', '200')) +
          md('Redirect', md('HostName', 'x')),
      ),
      400,
      'InvalidRequest',
      'The provided HTTP error code (200) is not valid. Valid codes are 4XX or 5XX.',
    ],
    [
      'two ways to replace a key',
      'website',
      routed(md('Redirect', md('ReplaceKeyWith', 'a') + md('ReplaceKeyPrefixWith', 'b'))),
      400,
      'InvalidRequest',
      'You can only define ReplaceKeyPrefix or ReplaceKey but not both.',
    ],
    [
      'logs to a bucket that is not there',
      'logging',
      log('nowhere-logs'),
      400,
      'InvalidTargetBucketForLogging',
      'The target bucket for logging does not exist',
    ],
    [
      'logs to a bucket of another account',
      'logging',
      log('foreign-logs'),
      400,
      'InvalidTargetBucketForLogging',
      'The owner for the bucket to be logged and the target bucket must be the same.',
    ],
    ['logs to another region', 'logging', log('far-logs'), 403, 'CrossLocationLoggingProhibited'],
    [
      'a topic',
      'notification',
      tell('TopicConfiguration', md('Topic', 'arn') + md('Event', 's3:ObjectCreated:*')),
      501,
      'NotImplemented',
    ],
    [
      'a queue',
      'notification',
      tell('QueueConfiguration', md('Queue', 'arn') + md('Event', 's3:ObjectCreated:*')),
      501,
      'NotImplemented',
    ],
    [
      'a function',
      'notification',
      tell(
        'CloudFunctionConfiguration',
        md('CloudFunction', 'arn') + md('Event', 's3:ObjectCreated:*'),
      ),
      501,
      'NotImplemented',
    ],
    [
      'an inventory in no bucket',
      'inventory&id=a',
      inventory('a', 'logs'),
      400,
      'InvalidS3DestinationBucket',
    ],
    [
      'an id other than the document’s',
      'inventory&id=a',
      inventory('b'),
      400,
      'IdMismatch',
      'Document ID does not match the specified configuration ID.',
    ],
    [
      'an id that is none',
      'inventory&id=a%2Fb',
      inventory('a/b'),
      400,
      'InvalidConfigurationId',
      'The specified configuration id is invalid.',
    ],
    [
      'a payer that is neither',
      'requestPayment',
      md('RequestPaymentConfiguration', md('Payer', 'Nobody')),
      400,
      'MalformedXML',
    ],
    [
      'a replication without versions',
      'replication',
      md(
        'ReplicationConfiguration',
        md('Role', 'arn:aws:iam::111122223333:role/r') +
          md(
            'Rule',
            md('Status', 'Enabled') + md('Destination', md('Bucket', 'arn:aws:s3:::logs')),
          ),
      ),
      400,
      'InvalidRequest',
      "Versioning must be 'Enabled' on the bucket to apply a replication configuration",
    ],
  ])('%s (?%s)', async (_, query, document, status, code, message) => {
    const got = await ask('PUT', query, document)
    expect(refusal(got)).toEqual([status, code])
    if (message !== undefined) expect(got.element('Message')).toBe(message)
  })

  test('KMS by the key that AWS manages is taken by its alias', async () => {
    expect(
      (await ask('PUT', 'encryption', encryption(by('aws:kms', key('alias/aws/s3'))))).status,
    ).toBe(200)
  })

  test('of replication there is none', async () => {
    expect(refusal(await ask('GET', 'replication'))).toEqual([
      404,
      'ReplicationConfigurationNotFoundError',
    ])
    expect((await ask('DELETE', 'replication')).status).toBe(204)
  })
})

describe('a list of configurations', () => {
  const list = (query: string) => ask('GET', query)

  test('comes a hundred a page, in the order of their ids', async () => {
    for (let n = 0; n < 101; n++) {
      const id = `m${String(n).padStart(3, '0')}`
      await ask('PUT', `metrics&id=${id}`, md('MetricsConfiguration', md('Id', id)))
    }
    const first = await list('metrics')
    expect(first.element('IsTruncated')).toBe('true')
    expect(first.text.match(/<Id>/g)).toHaveLength(100)
    const token = encodeURIComponent(first.element('NextContinuationToken')!)
    const second = await list(`metrics&continuation-token=${token}`)
    expect([second.element('IsTruncated'), second.element('Id')]).toEqual(['false', 'm100'])
  })

  test.each(['inventory', 'analytics', 'intelligent-tiering'])(
    'of %s may be empty',
    async (kind) => {
      const got = await list(kind)
      expect([got.status, got.element('IsTruncated')]).toEqual([200, 'false'])
    },
  )

  test('takes no token that it did not give', async () => {
    const got = await list('metrics&continuation-token=made-up')
    expect(refusal(got)).toEqual([400, 'InvalidArgument'])
  })
})

describe('default encryption', () => {
  const get = (as: Sent['as']) =>
    world.send({ method: 'GET', path: '/secret/a', ...(as !== undefined && { as }) })
  const ownKey =
    /^arn:aws:kms:us-east-1:111122223333:key\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

  test('with KMS is that of objects that do not say otherwise, and they say so', async () => {
    await world.createBucket('secret')
    await world.send({ method: 'DELETE', path: '/secret', query: 'publicAccessBlock' })
    await world.send({
      method: 'PUT',
      path: '/secret',
      query: 'encryption',
      body: rows[0]!.document,
    })
    const put = await world.send({ method: 'PUT', path: '/secret/a', body: 'text' })
    expect(put.headers['x-amz-server-side-encryption']).toBe('aws:kms')
    expect(put.headers['x-amz-server-side-encryption-aws-kms-key-id']).toMatch(ownKey)
    expect(put.headers['x-amz-server-side-encryption-bucket-key-enabled']).toBe('true')
    const got = await get(undefined)
    expect([got.text, got.headers['x-amz-server-side-encryption']]).toEqual(['text', 'aws:kms'])

    const headers = { 'x-amz-server-side-encryption': 'AES256' }
    const plain = await world.send({ method: 'PUT', path: '/secret/b', body: 'text', headers })
    expect(plain.headers['x-amz-server-side-encryption']).toBe('AES256')
    expect(plain.headers['x-amz-server-side-encryption-aws-kms-key-id']).toBeUndefined()
  })

  test('with the key that AWS manages keeps out all but the own account, whatever the policy says', async () => {
    const Statement = {
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::secret/*',
    }
    const body = JSON.stringify({ Version: '2012-10-17', Statement })
    expect(
      (await world.send({ method: 'PUT', path: '/secret', query: 'policy', body })).status,
    ).toBe(204)
    expect((await get(nothing)).status).toBe(200)
    expect(refusal(await get(stranger))).toEqual([403, 'AccessDenied'])
    const nobody = await get(null)
    expect(nobody.element('Message')).toBe(
      'Requests specifying Server Side Encryption with AWS KMS managed keys require AWS Signature Version 4.',
    )
    expect((await world.send({ method: 'GET', path: '/secret/b', as: null })).text).toBe('text')
  })
})

describe('where the requester pays', () => {
  test('others must say that they know, and nobody in particular cannot', async () => {
    await world.createBucket('paid')
    await world.send({ method: 'DELETE', path: '/paid', query: 'publicAccessBlock' })
    await world.putObject('paid', 'a', 'text')
    const Statement = {
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::paid/*',
    }
    const body = JSON.stringify({ Version: '2012-10-17', Statement })
    await world.send({ method: 'PUT', path: '/paid', query: 'policy', body })
    const get = (as: Sent['as'], headers: Record<string, string> = {}) =>
      world.send({ method: 'GET', path: '/paid/a', as: as!, headers })
    expect((await get(stranger)).status).toBe(200)

    const payment = rows.find(({ query }) => query === 'requestPayment')!.document
    await world.send({ method: 'PUT', path: '/paid', query: 'requestPayment', body: payment })
    const paying = { 'x-amz-request-payer': 'requester' }
    expect(refusal(await get(stranger))).toEqual([403, 'AccessDenied'])
    expect((await get(stranger, paying)).status).toBe(200)
    expect((await get(null, paying)).status).toBe(403)
    expect((await get(ana)).status).toBe(200)
  })
})

describe('tags of a new bucket', () => {
  test('need s3:TagResource, and are its tags then', async () => {
    const body = md('CreateBucketConfiguration', md('Tags', tag('team', 'red')))
    const got = await world.send({ method: 'PUT', path: '/tagged', body })
    expect(got.status).toBe(200)
    const kept = await world.send({ method: 'GET', path: '/tagged', query: 'tagging' })
    expect(kept.text).toContain(tag('team', 'red'))
  })

  test('are condition keys', async () => {
    const tagger = user('tagger', {
      statements: [
        {
          Effect: 'Allow',
          Action: ['s3:CreateBucket', 's3:TagResource'],
          Resource: '*',
          Condition: { StringEquals: { 'aws:RequestTag/team': 'red' } },
        },
      ],
    })
    const other = await startS3({ users: [tagger] })
    const create = (team: string) =>
      other.send({
        method: 'PUT',
        path: '/teamed',
        as: tagger,
        body: md('CreateBucketConfiguration', md('Tags', tag('team', team))),
      })
    expect((await create('blue')).status).toBe(403)
    expect((await create('red')).status).toBe(200)
    await other.close()
  })
})
