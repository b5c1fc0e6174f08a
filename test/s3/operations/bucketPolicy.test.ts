import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ana, type S3World, type Sent, startS3, stranger, type User, user } from '../s3World.ts'

const nothing = user('nothing', {
  statements: [{ Effect: 'Allow', Action: 'iam:GetUser', Resource: '*' }],
})
const root: User = { ...user('root'), isRoot: true }
const NOBODY = null

let world: S3World
beforeAll(async () => {
  world = await startS3({ users: [ana, nothing, stranger, root] })
})
afterAll(() => world.close())

const arn = (bucket: string) => `arn:aws:s3:::${bucket}`
const userArn = ({ accountId, name }: User) => `arn:aws:iam::${accountId}:user/${name}`

const allow = (Principal: unknown, Action: string | string[], Resource: string | string[]) => ({
  Effect: 'Allow',
  Principal,
  Action,
  Resource,
})
const policy = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement })

const ask = (bucket: string, method: string, more: Partial<Sent> = {}) =>
  world.send({ method, path: `/${bucket}`, query: 'policy', ...more })
const put = (bucket: string, body: string, more: Partial<Sent> = {}) =>
  ask(bucket, 'PUT', { body, ...more })
const code = async (answer: ReturnType<S3World['send']>) => {
  const { status, element } = await answer
  return [status, element('Code')]
}
const openToAll = (bucket: string) =>
  world.send({ method: 'DELETE', path: `/${bucket}`, query: 'publicAccessBlock' })

async function bucketWith(name: string, document?: string): Promise<void> {
  await world.createBucket(name)
  await openToAll(name)
  await world.putObject(name, 'a', 'text')
  if (document !== undefined) expect(await code(put(name, document))).toEqual([204, undefined])
}

describe('PutBucketPolicy', () => {
  describe('serialisation', () => {
    test('keeps the text as it came, and gives it back so', async () => {
      const text = `\n{ "Version": "2012-10-17",\t"Statement": ${JSON.stringify(allow({ AWS: userArn(ana) }, 's3:ListBucket', arn('kept')))} }\n`
      await bucketWith('kept', text)
      expect((await ask('kept', 'GET')).text).toBe(text)
    })

    test('needs a document', async () => {
      await bucketWith('bodiless')
      expect(await code(put('bodiless', ''))).toEqual([400, 'MissingRequestBodyError'])
    })
  })

  describe('validation', () => {
    beforeAll(() => bucketWith('strict'))
    const me = { AWS: userArn(ana) }

    test.each<[string, string, string]>([
      ['no JSON', '{', 'This policy contains invalid Json'],
      ['a list', '[]', "Policies must be valid JSON and the first byte must be '{'"],
      [
        'no principal',
        policy({ Effect: 'Allow', Action: 's3:*', Resource: arn('strict') }),
        'Missing required field Principal',
      ],
      [
        'a principal that is not there',
        policy(allow({ AWS: 'arn:aws:iam::111122223333:user/gone' }, 's3:*', arn('strict'))),
        'Invalid principal in policy',
      ],
      [
        'another bucket',
        policy(allow(me, 's3:ListBucket', arn('other'))),
        'Policy has invalid resource',
      ],
      ['every resource', policy(allow(me, 's3:ListBucket', '*')), 'Policy has invalid resource'],
      [
        'an action of another service',
        policy(allow(me, 'iam:GetUser', arn('strict'))),
        'Policy has invalid action',
      ],
      [
        'an action that S3 does not have',
        policy(allow(me, 's3:PutBucket', arn('strict'))),
        'Policy has invalid action',
      ],
      [
        'an action on objects for the bucket',
        policy(allow(me, 's3:GetObject', arn('strict'))),
        'Action does not apply to any resource(s) in statement',
      ],
      [
        'an action on the bucket for its objects',
        policy(allow(me, ['s3:GetObject', 's3:ListBucket'], `${arn('strict')}/*`)),
        'Action does not apply to any resource(s) in statement',
      ],
      [
        'a condition key that S3 does not have',
        policy({
          ...allow(me, 's3:ListBucket', arn('strict')),
          Condition: { StringEquals: { 's3:colour': 'red' } },
        }),
        'Policy has an invalid condition key',
      ],
      [
        'more than 20 KB',
        policy({ ...allow(me, 's3:*', arn('strict')), Sid: 'a'.repeat(20 * 1024) }),
        'Policy exceeds the maximum allowed document size.',
      ],
    ])('refuses %s', async (_, text, message) => {
      const { status, element } = await put('strict', text)
      expect([status, element('Code'), element('Message')]).toEqual([
        400,
        'MalformedPolicy',
        message,
      ])
      expect(await code(ask('strict', 'GET'))).toEqual([404, 'NoSuchBucketPolicy'])
    })

    test.each([
      ['a wildcard action', allow(me, 's3:Get*', `${arn('strict')}/*`)],
      [
        'actions of both levels',
        allow(me, ['s3:GetObject', 's3:ListBucket'], [arn('strict'), `${arn('strict')}/*`]),
      ],
      [
        'a pattern that reaches over the slash',
        allow(me, ['s3:GetObject', 's3:ListBucket'], `${arn('strict')}*`),
      ],
      ['actions in any case', allow(me, 'S3:listbucket', arn('strict'))],
    ])('takes %s', async (_, statement) => {
      expect(await code(put('strict', policy(statement)))).toEqual([204, undefined])
      expect(await code(ask('strict', 'DELETE'))).toEqual([204, undefined])
    })

    test('of who may not is told neither text nor fault', async () => {
      const { status, element } = await put('strict', '{', { as: nothing })
      expect([status, element('Message')]).toEqual([
        403,
        'User: arn:aws:iam::111122223333:user/nothing is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::strict" because no identity-based policy allows the s3:PutBucketPolicy action',
      ])
    })
  })

  describe('authorisation', () => {
    test('of another account is refused by the method, though the policy allows it', async () => {
      const document = policy(allow({ AWS: userArn(stranger) }, 's3:*', arn('foreign')))
      await bucketWith('foreign', document)
      for (const method of ['GET', 'PUT', 'DELETE']) {
        const body = method === 'PUT' ? document : ''
        const answer = ask('foreign', method, { as: stranger, body })
        expect(await code(answer)).toEqual([405, 'MethodNotAllowed'])
      }
    })

    test('the root user of the owner can undo a policy that shuts everybody out', async () => {
      const shut = { ...allow('*', 's3:*', [arn('shut'), `${arn('shut')}/*`]), Effect: 'Deny' }
      await bucketWith('shut', policy(shut))
      expect(await code(ask('shut', 'DELETE'))).toEqual([403, 'AccessDenied'])
      const head = await world.send({ method: 'GET', path: '/shut/a', as: root })
      expect(head.status).toBe(403)
      expect((await ask('shut', 'GET', { as: root })).status).toBe(200)
      expect(await code(ask('shut', 'DELETE', { as: root }))).toEqual([204, undefined])
      expect((await world.send({ method: 'GET', path: '/shut/a' })).text).toBe('text')
    })
  })

  test('is recorded in the journal', async () => {
    await bucketWith('noted', policy(allow({ AWS: userArn(ana) }, 's3:ListBucket', arn('noted'))))
    expect((await world.services.journal()).at(-1)).toMatchObject({
      eventName: 'PutBucketPolicy',
      requestParameters: { bucketName: 'noted', policy: '' },
      readOnly: false,
    })
  })
})

describe('a bucket policy', () => {
  const read = (bucket: string, as: User | null, more: Partial<Sent> = {}) =>
    world.send({ method: 'GET', path: `/${bucket}/a`, as, ...more })

  test('lets in who has no permission of their own', async () => {
    expect((await read('strict', nothing)).status).toBe(403)
    await bucketWith(
      'granted',
      policy(allow({ AWS: userArn(nothing) }, 's3:GetObject', `${arn('granted')}/*`)),
    )
    expect((await read('granted', nothing)).text).toBe('text')
  })

  test('that names the account only delegates to it', async () => {
    const everyone = { AWS: '111122223333' }
    await bucketWith('delegated', policy(allow(everyone, 's3:GetObject', `${arn('delegated')}/*`)))
    expect((await read('delegated', nothing)).status).toBe(403)
  })

  test('denies whom their own policy allows, and S3 names it', async () => {
    const deny = {
      ...allow({ AWS: userArn(ana) }, 's3:GetObject', `${arn('denied')}/*`),
      Effect: 'Deny',
    }
    await bucketWith('denied', policy(deny))
    const { element } = await read('denied', ana)
    expect(element('Message')).toBe(
      'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::denied/a" with an explicit deny in a resource-based policy',
    )
  })

  test('another account needs it and a permission of its own', async () => {
    await bucketWith('shared')
    expect(await code(read('shared', stranger))).toEqual([403, 'AccessDenied'])
    const objects = `${arn('shared')}/*`
    await put(
      'shared',
      policy(
        allow(
          { AWS: '444455556666' },
          ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
          objects,
        ),
      ),
    )
    expect((await read('shared', stranger)).text).toBe('text')
    const written = await world.send({
      method: 'PUT',
      path: '/shared/b',
      body: 'theirs',
      as: stranger,
    })
    expect(written.status).toBe(200)
    expect((await world.send({ method: 'GET', path: '/shared/b' })).text).toBe('theirs')
    const deleted = await world.send({ method: 'DELETE', path: '/shared/b', as: stranger })
    expect(deleted.status).toBe(204)
  })

  test('alone lets in nobody in particular, and tells them no more than that', async () => {
    await bucketWith('public')
    const refused = await read('public', NOBODY)
    expect([refused.status, refused.element('Message')]).toEqual([403, 'Access Denied'])
    await put('public', policy(allow('*', 's3:GetObject', `${arn('public')}/*`)))
    expect((await read('public', NOBODY)).text).toBe('text')
    const listing = await world.send({
      method: 'GET',
      path: '/public',
      query: 'list-type=2',
      as: NOBODY,
    })
    expect(listing.status).toBe(403)
    const write = await world.send({ method: 'PUT', path: '/public/x', body: 'x', as: NOBODY })
    expect(write.status).toBe(403)
  })

  test('lets nobody in particular write, and the journal tells the owner', async () => {
    await bucketWith('dropbox', policy(allow('*', 's3:PutObject', `${arn('dropbox')}/in/*`)))
    const path = '/dropbox/in/x'
    expect((await world.send({ method: 'PUT', path, body: 'x', as: NOBODY })).status).toBe(200)
    expect((await world.services.journal()).at(-1)).toMatchObject({
      eventName: 'PutObject',
      account: '111122223333',
      caller: { type: 'Anonymous' },
    })
  })

  test.each<[string, object, Partial<Sent>, number]>([
    [
      'the prefix that it asks for',
      { StringLike: { 's3:prefix': 'home/*' } },
      { query: 'list-type=2&prefix=home%2Fx' },
      200,
    ],
    [
      'another prefix',
      { StringLike: { 's3:prefix': 'home/*' } },
      { query: 'list-type=2&prefix=other' },
      403,
    ],
    ['no prefix', { StringLike: { 's3:prefix': 'home/*' } }, { query: 'list-type=2' }, 403],
    [
      'few keys',
      { NumericLessThanEquals: { 's3:max-keys': '10' } },
      { query: 'list-type=2&max-keys=10' },
      200,
    ],
    [
      'many keys',
      { NumericLessThanEquals: { 's3:max-keys': '10' } },
      { query: 'list-type=2&max-keys=11' },
      403,
    ],
    [
      'this machine',
      { IpAddress: { 'aws:SourceIp': '127.0.0.0/8' } },
      { query: 'list-type=2' },
      200,
    ],
    [
      'another network',
      { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
      { query: 'list-type=2' },
      403,
    ],
    [
      'signatures in headers',
      { StringEquals: { 's3:authType': 'REST-HEADER' } },
      { query: 'list-type=2' },
      200,
    ],
    [
      'the referer',
      { StringLike: { 'aws:Referer': 'https://example.com/*' } },
      { query: 'list-type=2', headers: { referer: 'https://example.com/a' } },
      200,
    ],
  ])('holds a condition on %s', async (_, Condition, sent, status) => {
    const bucket = 'conditional'
    await world.createBucket(bucket)
    const statement = {
      ...allow({ AWS: userArn(nothing) }, 's3:ListBucket', arn(bucket)),
      Condition,
    }
    expect((await put(bucket, policy(statement))).status).toBe(204)
    const answer = await world.send({ method: 'GET', path: `/${bucket}`, as: nothing, ...sent })
    expect(answer.status).toBe(status)
  })

  test('can ask for encryption of what is put', async () => {
    const Condition = { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } }
    const deny = {
      ...allow('*', 's3:PutObject', `${arn('encrypted')}/*`),
      Effect: 'Deny',
      Condition,
    }
    await bucketWith('encrypted', policy(deny))
    const write = (headers: Record<string, string>) =>
      world.send({ method: 'PUT', path: '/encrypted/x', body: 'x', headers })
    expect((await write({})).status).toBe(403)
    expect((await write({ 'x-amz-server-side-encryption': 'aws:kms' })).status).toBe(200)
  })

  test('NotPrincipal denies all but whom it names', async () => {
    const { Principal: _, ...rest } = allow('', 's3:GetObject', `${arn('spared')}/*`)
    const NotPrincipal = { AWS: [userArn(ana), 'arn:aws:iam::111122223333:root'] }
    await bucketWith(
      'spared',
      policy(
        { ...rest, Effect: 'Deny', NotPrincipal },
        allow({ AWS: userArn(nothing) }, 's3:GetObject', `${arn('spared')}/*`),
      ),
    )
    expect((await read('spared', ana)).status).toBe(200)
    expect((await read('spared', nothing)).status).toBe(403)
  })

  test('goes with its bucket', async () => {
    await bucketWith(
      'passing',
      policy(allow({ AWS: userArn(ana) }, 's3:GetObject', `${arn('passing')}/*`)),
    )
    await world.send({ method: 'DELETE', path: '/passing/a' })
    await world.send({ method: 'DELETE', path: '/passing' })
    await world.createBucket('passing')
    expect(await code(ask('passing', 'GET'))).toEqual([404, 'NoSuchBucketPolicy'])
    const { text } = await world.send({
      method: 'GET',
      path: '/passing',
      query: 'publicAccessBlock',
    })
    expect(text).toContain('<RestrictPublicBuckets>true</RestrictPublicBuckets>')
  })
})

describe('GetBucketPolicyStatus', () => {
  const isPublic = async (bucket: string) =>
    (await world.send({ method: 'GET', path: `/${bucket}`, query: 'policyStatus' })).element(
      'IsPublic',
    )

  test('tells a public policy from one of somebody in particular', async () => {
    expect(await isPublic('public')).toBe('true')
    expect(await isPublic('shared')).toBe('false')
  })

  test('of a bucket without a policy is an error', async () => {
    await world.createBucket('policyless')
    const answer = world.send({ method: 'GET', path: '/policyless', query: 'policyStatus' })
    expect(await code(answer)).toEqual([404, 'NoSuchBucketPolicy'])
  })
})
