import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ana, type Got, type S3World, type Sent, startS3, stranger, user } from '../s3World.ts'

const listing = (Condition: object) => [
  { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::lists', Condition },
]
const home = user('home', {
  statements: listing({
    StringLike: { 's3:prefix': 'home/*' },
    StringEquals: { 's3:delimiter': '/' },
  }),
})
const few = user('few', {
  statements: listing({ NumericLessThanEquals: { 's3:max-keys': '10' } }),
})

const KEYS = ['a', 'a b', 'b/1', 'b/2', 'c/x/y', 'home/ana', 'ü', '\u0001', '�', '🪣']

let world: S3World
beforeAll(async () => {
  world = await startS3({ users: [ana, stranger, home, few] })
  await world.createBucket('lists')
  await world.createBucket('lists-too')
  await world.putObject('lists-too', 'of-another-bucket')
  for (const key of KEYS) await world.putObject('lists', key, 'body')
})
afterAll(() => world.close())

const list = (query = '', more: Partial<Sent> = {}) =>
  world.send({
    method: 'GET',
    path: '/lists',
    query: `list-type=2${query && `&${query}`}`,
    ...more,
  })
const decode = (text: string) => text.replaceAll('&#x1;', '\u0001')
const textsOf = ({ text }: Got, name: string) =>
  [...text.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, t]) => decode(t!))
const keysOf = (answer: Got) => textsOf(answer, 'Key')
const prefixesOf = ({ text }: Got) =>
  [...text.matchAll(/<CommonPrefixes><Prefix>([^<]*)</g)].map(([, prefix]) => prefix)

describe('ListObjectsV2', () => {
  describe('serialisation', () => {
    test('names the bucket, the request and each object', async () => {
      const answer = await list('prefix=home')
      expect(answer.text).toContain(
        '<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">',
      )
      expect(answer.element('Name')).toBe('lists')
      expect(answer.element('Prefix')).toBe('home')
      expect(answer.element('KeyCount')).toBe('1')
      expect(answer.element('MaxKeys')).toBe('1000')
      expect(answer.element('IsTruncated')).toBe('false')
      expect(answer.element('Key')).toBe('home/ana')
      expect(answer.element('Size')).toBe('4')
      expect(answer.element('StorageClass')).toBe('STANDARD')
      expect(answer.element('ChecksumAlgorithm')).toBe('CRC64NVME')
      expect(answer.element('ChecksumType')).toBe('FULL_OBJECT')
      expect(answer.element('ETag')).toBe('"841a2d689ad86bd1611447453c22c6fc"')
      expect(answer.element('LastModified')).toMatch(/\.\d{3}Z$/)
      expect(answer.text).not.toContain('<Owner>')
    })

    test('an empty prefix is an empty element, an empty delimiter none', async () => {
      const { text } = await list('prefix=&delimiter=')
      expect(text).toMatch(/<Prefix><\/Prefix>|<Prefix\/>/)
      expect(text).not.toContain('<Delimiter>')
    })

    test('with fetch-owner the bucket’s owner', async () => {
      expect((await list('fetch-owner=true&prefix=home')).element('ID')).toMatch(/^[0-9a-f]{64}$/)
      expect((await list('fetch-owner=false')).element('ID')).toBeUndefined()
    })

    test('with encoding-type=url all that holds keys is encoded', async () => {
      const query = 'encoding-type=url&prefix=a%20b&delimiter=%C3%BC&start-after=a%20'
      const answer = await list(query)
      expect(answer.element('EncodingType')).toBe('url')
      expect(answer.element('Key')).toBe('a+b')
      expect(answer.element('Prefix')).toBe('a+b')
      expect(answer.element('Delimiter')).toBe('%C3%BC')
      expect(answer.element('StartAfter')).toBe('a+')
    })

    test('what XML cannot carry goes out as a character reference', async () => {
      expect((await list('prefix=%01')).text).toContain('<Key>&#x1;</Key>')
    })
  })

  describe('behaviour', () => {
    test('lists in the order of UTF-8, and of this bucket alone', async () => {
      const ordered = [...KEYS].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      expect(keysOf(await list())).toEqual(ordered)
    })

    test('rolls up at the delimiter, below the prefix', async () => {
      const root = await list('delimiter=%2F')
      expect(prefixesOf(root)).toEqual(['b/', 'c/', 'home/'])
      expect(keysOf(root)).not.toContain('b/1')
      const below = await list('delimiter=%2F&prefix=c%2F')
      expect([prefixesOf(below), keysOf(below)]).toEqual([['c/x/'], []])
    })

    test('pages through everything, prefixes counted as keys', async () => {
      const seen: (string | undefined)[] = []
      let token: string | undefined
      do {
        const more: string = token === undefined ? '' : `&continuation-token=${token}`
        const answer: Got = await list(`delimiter=%2F&max-keys=2${more}`)
        const found = [...keysOf(answer), ...prefixesOf(answer)]
        expect(answer.element('KeyCount')).toBe(String(found.length))
        expect(answer.element('ContinuationToken')).toBe(token)
        seen.push(...found)
        token = answer.element('NextContinuationToken')
        expect(answer.element('IsTruncated')).toBe(String(token !== undefined))
        if (token !== undefined) expect(found).toHaveLength(2)
      } while (token !== undefined)
      expect(seen.sort()).toEqual(
        ['\u0001', 'a', 'a b', 'b/', 'c/', 'home/', 'ü', '�', '🪣'].sort(),
      )
    })

    test('begins after start-after, and shows it', async () => {
      const answer = await list('start-after=b%2F1&prefix=b')
      expect(keysOf(answer)).toEqual(['b/2'])
      expect(answer.element('StartAfter')).toBe('b/1')
    })

    test('max-keys=0 lists nothing and is not truncated', async () => {
      const answer = await list('max-keys=0')
      expect([answer.element('KeyCount'), answer.element('IsTruncated')]).toEqual(['0', 'false'])
    })

    test('never more than 1000, whatever is asked', async () => {
      expect((await list('max-keys=5000')).element('MaxKeys')).toBe('1000')
    })

    test('of a bucket that is not there is NoSuchBucket', async () => {
      const { status, element } = await world.send({
        method: 'GET',
        path: '/not-there',
        query: 'list-type=2',
      })
      expect([status, element('Code')]).toEqual([404, 'NoSuchBucket'])
    })
  })

  describe('validation', () => {
    test.each([
      ['max-keys=-1', 'maxKeys', '-1'],
      ['max-keys=many', 'max-keys', 'many'],
      ['max-keys=99999999999', 'max-keys', '99999999999'],
      ['encoding-type=base64', 'encoding-type', 'base64'],
      ['continuation-token=invented', 'continuation-token', 'invented'],
      ['continuation-token=', 'continuation-token', ''],
      ['fetch-owner=maybe', 'fetch-owner', 'maybe'],
    ])('refuses %s', async (query, name, value) => {
      const { status, element } = await list(query)
      expect([status, element('Code')]).toEqual([400, 'InvalidArgument'])
      expect([element('ArgumentName'), element('ArgumentValue')]).toEqual([name, value])
    })

    test('refuses a token of another bucket', async () => {
      const token = (await list('max-keys=1')).element('NextContinuationToken')
      const query = `list-type=2&continuation-token=${token}`
      const answer = await world.send({ method: 'GET', path: '/lists-too', query })
      expect([answer.status, answer.element('Code')]).toEqual([400, 'InvalidArgument'])
    })
  })

  describe('authorisation', () => {
    test('asks with prefix and delimiter as they were sent', async () => {
      expect((await list('prefix=home%2F&delimiter=%2F', { as: home })).status).toBe(200)
      expect((await list('prefix=home%2F', { as: home })).status).toBe(403)
      expect((await list('prefix=b%2F&delimiter=%2F', { as: home })).status).toBe(403)
      expect((await list('', { as: home })).status).toBe(403)
    })

    test('asks with max-keys', async () => {
      expect((await list('max-keys=10', { as: few })).status).toBe(200)
      expect((await list('max-keys=11', { as: few })).status).toBe(403)
    })

    test('comes before validation', async () => {
      const { element } = await list('max-keys=-1', { as: stranger })
      expect(element('Code')).toBe('AccessDenied')
    })
  })

  test('audit: is called ListObjects, a data event with its query', async () => {
    await list('prefix=a&max-keys=5')
    expect((await world.services.journal()).at(-1)).toMatchObject({
      eventName: 'ListObjects',
      category: 'Data',
      requestParameters: { bucketName: 'lists', 'list-type': '2', prefix: 'a', 'max-keys': '5' },
    })
  })
})
