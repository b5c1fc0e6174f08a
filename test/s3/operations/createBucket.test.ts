import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BUCKET_QUOTA } from '#s3/operations/createBucket.ts'
import { buckets } from '#s3/state.ts'
import { ana, type S3World, startS3, stranger, user } from '../s3World.ts'

const allow = (Action: string, more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...more,
})
const reader = user('reader', { statements: [allow('s3:Get*')] })
const creator = user('creator', { statements: [allow('s3:CreateBucket')] })
const european = user('european', {
  statements: [
    allow('s3:CreateBucket', {
      Condition: { StringEquals: { 's3:LocationConstraint': 'eu-west-1' } },
    }),
  ],
})

const full = user('full', { accountId: '777788889999' })

let world: S3World
beforeAll(async () => {
  world = await startS3({ users: [ana, stranger, reader, creator, european, full] })
})
afterAll(() => world.close())

const locatedIn = (location: string) =>
  `<CreateBucketConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><LocationConstraint>${location}</LocationConstraint></CreateBucketConfiguration>`

const create = (name: string, more: Partial<Parameters<S3World['send']>[0]> = {}) =>
  world.send({ method: 'PUT', path: `/${name}`, ...more })

/** All that S3 keeps. */
const dumped = () =>
  JSON.stringify([...world.services.store.dump()].filter((e) => e.collection.startsWith('s3/')))

describe('CreateBucket', () => {
  describe('serialisation', () => {
    test('answers where the bucket is, with both of S3 names for the request', async () => {
      const { status, headers, body } = await create('serialised')
      expect(status).toBe(200)
      expect(body).toHaveLength(0)
      expect(headers).toMatchObject({ location: '/serialised', server: 'AmazonS3' })
      expect(headers['x-amz-request-id']).toMatch(/^[0-9A-F]{16}$/)
      expect(headers['x-amz-id-2']).toMatch(/^[A-Za-z0-9+/]{76}$/)
    })

    test('takes the bucket with a slash after it, as the JavaScript SDK writes it', async () => {
      expect((await create('slashed/')).headers['location']).toBe('/slashed')
    })

    test('refuses in XML without namespace, naming the request as the headers do', async () => {
      await create('in-xml', { region: 'eu-west-1', body: locatedIn('eu-west-1') })
      const answer = await create('in-xml', { region: 'eu-west-1', body: locatedIn('eu-west-1') })
      expect(answer.headers['content-type']).toBe('application/xml')
      expect(answer.text).toContain('<Error><Code>BucketAlreadyOwnedByYou</Code>')
      expect(answer.element('RequestId')).toBe(answer.headers['x-amz-request-id'])
      expect(answer.element('HostId')).toBe(answer.headers['x-amz-id-2'])
    })
  })

  describe('validation', () => {
    test.each(['ab', 'UPPER', 'a..b', '192.168.5.4', 'xn--a', 'a--x-s3'])(
      'refuses the name %s',
      async (name) => {
        const answer = await create(name)
        expect(answer.status).toBe(400)
        expect(answer.element('Code')).toBe('InvalidBucketName')
        expect(answer.element('Message')).toBe('The specified bucket is not valid.')
        expect(answer.element('BucketName')).toBe(name)
      },
    )

    test.each([
      ['eu-west-1', undefined, 'IllegalLocationConstraintException'],
      ['eu-west-1', 'us-west-2', 'IllegalLocationConstraintException'],
      ['us-east-1', 'eu-west-1', 'IllegalLocationConstraintException'],
      ['us-east-1', 'us-east-1', 'InvalidLocationConstraint'],
      ['us-east-1', 'nowhere-1', 'InvalidLocationConstraint'],
    ])('signed for %s, located in %s: %s', async (region, location, code) => {
      const body = location === undefined ? '' : locatedIn(location)
      const answer = await create('wrong-place', { region, body })
      expect([answer.status, answer.element('Code')]).toEqual([400, code])
    })

    test.each(['<CreateBucketConfiguration>', 'no XML', '<Other/>', '<!DOCTYPE a><a/>'])(
      'refuses %s as a configuration',
      async (body) => {
        const answer = await create('malformed', { body })
        expect([answer.status, answer.element('Code')]).toEqual([400, 'MalformedXML'])
      },
    )

    test.each([['x-amz-bucket-object-lock-enabled', 'true']])(
      'refuses %s: %s by name',
      async (name, value) => {
        const answer = await create('optional', { headers: { [name]: value } })
        expect([answer.status, answer.element('Code')]).toEqual([501, 'NotImplemented'])
        expect(answer.element('Header')).toBe(name)
      },
    )

    test.each([
      ['<Location><Name>x</Name></Location>', 'Location'],
      ['<Bucket><Type>Directory</Type></Bucket>', 'Bucket'],
    ])('refuses %s by name', async (content, named) => {
      const body = `<CreateBucketConfiguration>${content}</CreateBucketConfiguration>`
      const answer = await create('optional', { body })
      expect([answer.status, answer.element('Code')]).toEqual([501, 'NotImplemented'])
      expect(answer.element('Parameter')).toBe(named)
    })

    test('refuses a public ACL also where ACLs count, since a new bucket blocks them', async () => {
      const headers = { 'x-amz-object-ownership': 'ObjectWriter', 'x-amz-acl': 'public-read' }
      const answer = await create('public-acl', { headers })
      expect([answer.status, answer.element('Code')]).toEqual([
        400,
        'InvalidBucketAclWithBlockPublicAccessError',
      ])
    })

    test.each([
      ['mine-111122223333-us-east-1-an', 'account-regional', 200],
      ['mine-444455556666-us-east-1-an', 'account-regional', 400],
      ['mine-111122223333-eu-west-1-an', 'account-regional', 400],
      ['-111122223333-us-east-1-an', 'account-regional', 400],
      ['mine', 'account-regional', 400],
      ['other-111122223333-us-east-1-an', 'global', 400],
    ])('of %s in the namespace %s: %i', async (name, namespace, status) => {
      const answer = await create(name, { headers: { 'x-amz-bucket-namespace': namespace } })
      expect(answer.status).toBe(status)
      if (status === 400) expect(answer.element('Code')).toBe('InvalidBucketName')
    })

    test.each([
      ['x-amz-acl', 'public-read'],
      ['x-amz-grant-read', `id="${'a'.repeat(64)}"`],
    ])('refuses %s: %s, since its objects are all the owner’s', async (name, value) => {
      const answer = await create('with-acl', { headers: { [name]: value } })
      expect([answer.status, answer.element('Code')]).toEqual([
        400,
        'InvalidBucketAclWithObjectOwnership',
      ])
    })

    test.each([
      ['x-amz-acl', 'everybody'],
      ['x-amz-object-ownership', 'Nobody'],
      ['x-amz-bucket-namespace', 'mine'],
    ])('refuses %s: %s as an argument', async (name, value) => {
      const answer = await create('argued', { headers: { [name]: value } })
      expect([answer.status, answer.element('Code')]).toEqual([400, 'InvalidArgument'])
      expect(answer.element('ArgumentName')).toBe(name)
      expect(answer.element('ArgumentValue')).toBe(value)
    })

    test('takes every option that says what is so anyway', async () => {
      const headers = {
        'x-amz-acl': 'private',
        'x-amz-object-ownership': 'BucketOwnerEnforced',
        'x-amz-bucket-object-lock-enabled': 'false',
        'x-amz-bucket-namespace': 'global',
      }
      expect((await create('defaults', { headers })).status).toBe(200)
    })
  })

  describe('authorisation', () => {
    test('denies in AWS’s sentence, with the resource quoted', async () => {
      const answer = await create('denied', { as: reader })
      expect([answer.status, answer.element('Code')]).toEqual([403, 'AccessDenied'])
      expect(answer.element('Message')).toBe(
        'User: arn:aws:iam::111122223333:user/reader is not authorized to perform: s3:CreateBucket on resource: "arn:aws:s3:::denied" because no identity-based policy allows the s3:CreateBucket action',
      )
    })

    test('holds the location against the policy before it is validated', async () => {
      const eu = { as: european, region: 'eu-west-1', body: locatedIn('eu-west-1') }
      expect((await create('in-europe', eu)).status).toBe(200)
      const us = await create('in-america', { as: european })
      expect(us.element('Code')).toBe('AccessDenied')
      const nowhere = await create('in-nowhere', { as: european, body: locatedIn('nowhere-1') })
      expect(nowhere.element('Code')).toBe('AccessDenied')
    })

    test.each([
      [{ 'x-amz-acl': 'public-read' }, 's3:PutBucketAcl'],
      [{ 'x-amz-grant-read': 'id="x"' }, 's3:PutBucketAcl'],
      [{ 'x-amz-object-ownership': 'BucketOwnerEnforced' }, 's3:PutBucketOwnershipControls'],
      [{ 'x-amz-bucket-object-lock-enabled': 'true' }, 's3:PutBucketVersioning'],
    ])('with %o needs %s too', async (headers, action) => {
      const answer = await create('needs-more', { as: creator, headers })
      expect(answer.element('Code')).toBe('AccessDenied')
      expect(answer.element('Message')).toContain(`not authorized to perform: ${action} on`)
    })

    test('with x-amz-acl: private needs no more than s3:CreateBucket', async () => {
      const headers = { 'x-amz-acl': 'private' }
      expect((await create('private-acl', { as: creator, headers })).status).toBe(200)
    })

    test('is for nobody without credentials', async () => {
      const answer = await create('by-nobody', { as: null })
      expect([answer.status, answer.element('Code')]).toEqual([403, 'AccessDenied'])
      expect(answer.element('Message')).toBe('Access Denied')
    })
  })

  describe('behaviour', () => {
    test('a name is taken for all accounts and regions', async () => {
      await create('only-once')
      const here = await create('only-once', { as: stranger })
      expect([here.status, here.element('Code')]).toEqual([409, 'BucketAlreadyExists'])
      expect(here.element('BucketName')).toBe('only-once')
      const elsewhere = { as: stranger, region: 'eu-west-1', body: locatedIn('eu-west-1') }
      expect((await create('only-once', elsewhere)).element('Code')).toBe('BucketAlreadyExists')
    })

    test('one’s own bucket can be made again in us-east-1', async () => {
      await create('again-classic')
      expect((await create('again-classic')).status).toBe(200)
    })

    test.each([
      ['eu-west-1', 'eu-west-1'],
      ['eu-west-1', 'us-east-1'],
      ['us-east-1', 'eu-west-1'],
    ])('one’s own bucket in %s cannot be made again from %s', async (first, second) => {
      const name = `again-${first}-${second}`
      const bodyOf = (region: string) => (region === 'us-east-1' ? '' : locatedIn(region))
      await create(name, { region: first, body: bodyOf(first) })
      const answer = await create(name, { region: second, body: bodyOf(second) })
      expect([answer.status, answer.element('Code')]).toEqual([409, 'BucketAlreadyOwnedByYou'])
    })

    test('of fifty at once for one name exactly one account gets it', async () => {
      const callers = Array.from({ length: 50 }, (_, i) => (i % 2 ? ana : stranger))
      const answers = await Promise.all(callers.map((as) => create('contested', { as })))
      const winners = new Set(
        answers.flatMap(({ status }, i) => (status === 200 ? [callers[i]!.accountId] : [])),
      )
      expect(winners.size).toBe(1)
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(25)
    })

    test('ten thousand buckets of one account are enough', async () => {
      const scope = { account: full.accountId, region: '' }
      await world.services.store.write([scope.account], async (tx) => {
        for (let i = 0; i < BUCKET_QUOTA; i++)
          await tx.put(buckets, scope, `full-${i}`, { region: 'us-east-1', createdAt: 0 })
      })
      const { status, element } = await create('one-too-many', { as: full })
      expect([status, element('Code')]).toEqual([400, 'TooManyBuckets'])
    })

    test('a body other than the signed one makes no bucket', async () => {
      const eu = { region: 'eu-west-1', body: locatedIn('eu-west-1') }
      const instead = Buffer.from(locatedIn('eu-west-2'))
      const answer = await create('tampered', { ...eu, instead })
      expect([answer.status, answer.element('Code')]).toEqual([400, 'XAmzContentSHA256Mismatch'])
      expect((await create('tampered', { as: stranger })).status).toBe(200)
    })

    test('a body that is too long for a document is refused', async () => {
      const { status, element } = await create('wordy', { body: ' '.repeat(1_048_577) })
      expect([status, element('Code')]).toEqual([400, 'MaxMessageLengthExceeded'])
    })

    test('a refused request changes nothing', async () => {
      const before = dumped()
      await create('denied-again', { as: reader })
      await create('xn--refused')
      await create('wrong-region', { region: 'eu-west-1' })
      await create('bad-signature', { as: { ...ana, secretAccessKey: 'wrong' } })
      expect(dumped() === before).toBe(true)
    })
  })

  describe('audit', () => {
    test('records name, host and location, no answer and no resources', async () => {
      await create('audited', { region: 'eu-west-1', body: locatedIn('eu-west-1') })
      const outcome = (await world.services.journal()).at(-1)!
      expect(outcome).toMatchObject({
        eventSource: 's3.amazonaws.com',
        eventName: 'CreateBucket',
        region: 'eu-west-1',
        readOnly: false,
        category: 'Management',
        responseElements: null,
        requestParameters: {
          CreateBucketConfiguration: {
            LocationConstraint: 'eu-west-1',
            xmlns: 'http://s3.amazonaws.com/doc/2006-03-01/',
          },
          bucketName: 'audited',
          Host: new URL(world.url).host,
        },
        additional: {
          SignatureVersion: 'SigV4',
          AuthenticationMethod: 'AuthHeader',
          bytesTransferredIn: locatedIn('eu-west-1').length,
          'x-amz-id-2': expect.any(String),
        },
      })
      expect(outcome.resources).toBeUndefined()
    })

    test('records a denial with what was asked, under the same request id', async () => {
      const answer = await create('audited-denial', {
        as: reader,
        headers: { 'x-amz-acl': 'private' },
      })
      const outcome = (await world.services.journal()).at(-1)!
      expect(outcome).toMatchObject({
        eventName: 'CreateBucket',
        errorCode: 'AccessDenied',
        requestId: answer.headers['x-amz-request-id'],
        requestParameters: { bucketName: 'audited-denial', 'x-amz-acl': 'private' },
      })
      expect(outcome.errorMessage).toContain('s3:CreateBucket')
    })
  })

  describe('explanation', () => {
    test('says that the name was free and that IAM’s decision was an allow', async () => {
      await create('explained')
      const events = world.services.recorder!.events()
      const explained = events.findLast((event) => event.kind === 'explain' && event.topic === 's3')
      expect(explained).toMatchObject({
        data: { bucket: 'explained', region: 'us-east-1', isNameFree: true, decision: 'Allow' },
      })
    })
  })
})
