import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ana, createIn, type Got, type S3World, startS3, stranger, user } from '../s3World.ts'

const allowing = (Resource: string) => [
  { Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource },
]
const byStar = user('bystar', { statements: allowing('*') })
const byArn = user('byarn', { statements: allowing('arn:aws:s3:::*') })
const byName = user('byname', { statements: allowing('arn:aws:s3:::alpha') })

const canonicalUserId = 'ab'.repeat(32)

let world: S3World
beforeAll(async () => {
  world = await startS3({ users: [ana, stranger, byStar, byArn, byName], canonicalUserId })
  await world.createBucket('beta')
  await createIn(world, 'gamma', 'eu-west-1')
  await world.createBucket('alpha')
  await world.createBucket('theirs', stranger)
})
afterAll(() => world.close())

const list = (query?: string, as = ana) =>
  world.send({ method: 'GET', path: '/', as, ...(query !== undefined && { query }) })
const namesOf = ({ text }: Got) => [...text.matchAll(/<Name>([^<]*)</g)].map(([, name]) => name)

describe('ListBuckets', () => {
  test('names the caller’s buckets of all regions, in order, and nobody else’s', async () => {
    const answer = await list()
    expect(answer.status).toBe(200)
    expect(answer.text).toContain(
      '<ListAllMyBucketsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">',
    )
    expect(namesOf(answer)).toEqual(['alpha', 'beta', 'gamma'])
    expect(namesOf(await list(undefined, stranger))).toEqual(['theirs'])
  })

  test('dates them with milliseconds, names no regions and no display name', async () => {
    const answer = await list()
    expect(answer.element('CreationDate')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    expect(answer.text).not.toContain('BucketRegion')
    expect(answer.text).not.toContain('DisplayName')
  })

  test('names the owner as the seed does, else by an id that follows from the account', async () => {
    expect((await list()).element('ID')).toBe(canonicalUserId)
    const derived = (await list(undefined, stranger)).element('ID')
    expect(derived).toMatch(/^[0-9a-f]{64}$/)
    expect((await list(undefined, stranger)).element('ID')).toBe(derived)
  })

  test.each([
    ['prefix=ga', ['gamma']],
    ['prefix=', ['alpha', 'beta', 'gamma']],
    ['bucket-region=us-east-1', ['alpha', 'beta']],
    ['bucket-region=eu-west-1', ['gamma']],
    ['bucket-region=sa-east-1', []],
    ['max-buckets=10000', ['alpha', 'beta', 'gamma']],
  ])('with %s', async (query, names) => {
    expect(namesOf(await list(query))).toEqual(names)
  })

  test('pages, and then names regions', async () => {
    const first = await list('max-buckets=2')
    expect(namesOf(first)).toEqual(['alpha', 'beta'])
    expect(first.element('BucketRegion')).toBe('us-east-1')
    const token = first.element('ContinuationToken')!
    const second = await list(`max-buckets=2&continuation-token=${token}`)
    expect(namesOf(second)).toEqual(['gamma'])
    expect(second.element('BucketRegion')).toBe('eu-west-1')
    expect(second.element('ContinuationToken')).toBeUndefined()
  })

  test.each(['max-buckets=0', 'max-buckets=10001', 'max-buckets=-1', 'max-buckets=many'])(
    'refuses %s',
    async (query) => {
      const answer = await list(query)
      expect([answer.status, answer.element('Code')]).toEqual([400, 'InvalidArgument'])
      expect(answer.element('ArgumentName')).toBe('max-buckets')
    },
  )

  test('refuses a token of another account, or none of ours', async () => {
    const token = (await list('max-buckets=1')).element('ContinuationToken')!
    for (const [given, as] of [
      [token, stranger],
      ['invented', ana],
      ['', ana],
    ] as const) {
      const answer = await list(`continuation-token=${given}`, as)
      expect([answer.status, answer.element('Code')]).toEqual([400, 'InvalidArgument'])
      expect(answer.element('Message')).toBe('The continuation token provided is incorrect')
    }
  })

  test('is allowed on * and on arn:aws:s3:::*, never on one bucket', async () => {
    expect((await list(undefined, byStar)).status).toBe(200)
    expect((await list(undefined, byArn)).status).toBe(200)
    const answer = await list(undefined, byName)
    expect(answer.element('Message')).toBe(
      'User: arn:aws:iam::111122223333:user/byname is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the s3:ListAllMyBuckets action',
    )
  })

  test('may be signed for any region', async () => {
    const answer = await world.send({ method: 'GET', path: '/', region: 'ap-south-1' })
    expect(namesOf(answer)).toEqual(['alpha', 'beta', 'gamma'])
  })

  test('is recorded without resources', async () => {
    await list('prefix=ga')
    const outcome = (await world.services.journal()).at(-1)!
    expect(outcome).toMatchObject({
      eventName: 'ListBuckets',
      readOnly: true,
      requestParameters: { prefix: 'ga' },
      responseElements: null,
    })
    expect(outcome.resources).toBeUndefined()
  })
})
