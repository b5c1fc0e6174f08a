import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalUserId } from '#kernel/ids/canonicalUserId.ts'
import { ana, type Got, type S3World, type Sent, startS3, stranger, user } from '../s3World.ts'

const nothing = user('nothing', {
  statements: [{ Effect: 'Allow', Action: 'iam:GetUser', Resource: '*' }],
})

let world: S3World
beforeAll(async () => {
  world = await startS3({ users: [ana, nothing, stranger] })
})
afterAll(() => world.close())

const mine = canonicalUserId(ana.accountId)
const theirs = canonicalUserId(stranger.accountId)
const ALL_USERS = 'http://acs.amazonaws.com/groups/global/AllUsers'
const AUTHENTICATED = 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers'

const send = (method: string, path: string, query: string | undefined, more: Partial<Sent> = {}) =>
  world.send({ method, path, ...(query !== undefined && { query }), ...more })
const refusal = ({ status, element }: Got) => [status, element('Code')]

/** `grantee permission`, in order. */
const grants = ({ text }: Got) =>
  [...text.matchAll(/<Grant>.*?<(?:ID|URI)>([^<]*)<.*?<Permission>([^<]*)</g)].map(
    ([, grantee, permission]) => [grantee, permission],
  )

async function withAcls(name: string, ownership = 'ObjectWriter'): Promise<void> {
  const headers = { 'x-amz-object-ownership': ownership }
  expect((await send('PUT', `/${name}`, undefined, { headers })).status).toBe(200)
  expect((await send('DELETE', `/${name}`, 'publicAccessBlock')).status).toBe(204)
}

const controls = (ownership: string) =>
  `<OwnershipControls><Rule><ObjectOwnership>${ownership}</ObjectOwnership></Rule></OwnershipControls>`

const policyFor = (bucket: string, ...Action: string[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { AWS: stranger.accountId },
      Action,
      Resource: `arn:aws:s3:::${bucket}/*`,
    },
  })

describe('a bucket whose owner owns everything in it', () => {
  beforeAll(async () => {
    await world.createBucket('enforced')
    await world.putObject('enforced', 'a', 'text')
  })

  test.each(['/enforced', '/enforced/a'])(
    'shows the ACL of %s: its owner has all',
    async (path) => {
      const got = await send('GET', path, 'acl')
      expect(grants(got)).toEqual([[mine, 'FULL_CONTROL']])
      expect(got.text).toContain(`<Owner><ID>${mine}</ID></Owner>`)
      expect(got.text).toContain('xsi:type="CanonicalUser"')
    },
  )

  test.each(['/enforced', '/enforced/a'])(
    'takes no ACL on %s, not even what is so',
    async (path) => {
      const got = await send('PUT', path, 'acl', { headers: { 'x-amz-acl': 'private' } })
      expect(refusal(got)).toEqual([400, 'AccessControlListNotSupported'])
      expect(got.element('Message')).toBe('The bucket does not allow ACLs')
    },
  )

  test('says so', async () => {
    const got = await send('GET', '/enforced', 'ownershipControls')
    expect(got.element('ObjectOwnership')).toBe('BucketOwnerEnforced')
  })

  test('of a missing key is told what GetObject is told', async () => {
    expect(refusal(await send('GET', '/enforced/none', 'acl'))).toEqual([404, 'NoSuchKey'])
  })
})

describe('ownership controls', () => {
  test('can be changed, and removed: then they are not found, and ACLs count', async () => {
    await world.createBucket('changing')
    const put = await send('PUT', '/changing', 'ownershipControls', {
      body: controls('BucketOwnerPreferred'),
    })
    expect(put.status).toBe(200)
    const got = await send('GET', '/changing', 'ownershipControls')
    expect(got.element('ObjectOwnership')).toBe('BucketOwnerPreferred')
    expect((await send('DELETE', '/changing', 'ownershipControls')).status).toBe(204)
    expect(refusal(await send('GET', '/changing', 'ownershipControls'))).toEqual([
      404,
      'OwnershipControlsNotFoundError',
    ])
    const acl = await send('PUT', '/changing', 'acl', { headers: { 'x-amz-acl': 'private' } })
    expect(acl.status).toBe(200)
  })

  test.each(['Nobody', ''])('must be a word that S3 knows, not %j', async (word) => {
    const got = await send('PUT', '/changing', 'ownershipControls', { body: controls(word) })
    expect(refusal(got)).toEqual([400, 'MalformedXML'])
  })

  test('cannot end ACLs that give something to others', async () => {
    await withAcls('giving')
    await send('PUT', '/giving', 'acl', { headers: { 'x-amz-acl': 'public-read' } })
    const got = await send('PUT', '/giving', 'ownershipControls', {
      body: controls('BucketOwnerEnforced'),
    })
    expect(refusal(got)).toEqual([400, 'InvalidBucketAclWithObjectOwnership'])
  })
})

describe('an ACL', () => {
  beforeAll(() => withAcls('lists'))

  test.each<[string, string[][]]>([
    ['private', []],
    ['public-read', [[ALL_USERS, 'READ']]],
    [
      'public-read-write',
      [
        [ALL_USERS, 'READ'],
        [ALL_USERS, 'WRITE'],
      ],
    ],
    ['authenticated-read', [[AUTHENTICATED, 'READ']]],
    [
      'log-delivery-write',
      [
        ['http://acs.amazonaws.com/groups/s3/LogDelivery', 'WRITE'],
        ['http://acs.amazonaws.com/groups/s3/LogDelivery', 'READ_ACP'],
      ],
    ],
  ])('%s is a list of its own', async (name, more) => {
    const put = await send('PUT', '/lists', 'acl', { headers: { 'x-amz-acl': name } })
    expect(put.status).toBe(200)
    expect(grants(await send('GET', '/lists', 'acl'))).toEqual([[mine, 'FULL_CONTROL'], ...more])
  })

  test('can be given grant by grant in headers', async () => {
    const headers = {
      'x-amz-grant-read': `id="${theirs}", uri="${ALL_USERS}"`,
      'x-amz-grant-full-control': `id=${mine}`,
    }
    expect((await send('PUT', '/lists', 'acl', { headers })).status).toBe(200)
    expect(grants(await send('GET', '/lists', 'acl'))).toEqual([
      [mine, 'FULL_CONTROL'],
      [theirs, 'READ'],
      [ALL_USERS, 'READ'],
    ])
  })

  const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
  const documentOf = (owner: string, grant: string) =>
    `<AccessControlPolicy><Owner><ID>${owner}</ID></Owner><AccessControlList>${grant}</AccessControlList></AccessControlPolicy>`
  const grantTo = (grantee: string) => `<Grant>${grantee}<Permission>READ</Permission></Grant>`

  test('can be given as a document', async () => {
    const grantee = `<Grantee ${xsi} xsi:type="Group"><URI>${AUTHENTICATED}</URI></Grantee>`
    const body = documentOf(mine, grantTo(grantee))
    expect((await send('PUT', '/lists', 'acl', { body })).status).toBe(200)
    expect(grants(await send('GET', '/lists', 'acl'))).toEqual([[AUTHENTICATED, 'READ']])
  })

  test.each<[string, Partial<Sent>, number, string]>([
    ['no ACL at all', {}, 400, 'MissingSecurityHeader'],
    [
      'a word that S3 does not know',
      { headers: { 'x-amz-acl': 'everybody' } },
      400,
      'InvalidArgument',
    ],
    ['an id that is none', { headers: { 'x-amz-grant-read': 'id="x"' } }, 400, 'InvalidArgument'],
    [
      'a group that is none',
      { headers: { 'x-amz-grant-read': 'uri="http://x"' } },
      400,
      'InvalidArgument',
    ],
    ['what is no grantee', { headers: { 'x-amz-grant-read': theirs } }, 400, 'InvalidArgument'],
    [
      'an e-mail address',
      { headers: { 'x-amz-grant-read': 'emailAddress="a@b.c"' } },
      400,
      'UnresolvableGrantByEmailAddress',
    ],
    [
      'two ways at once',
      { headers: { 'x-amz-acl': 'private', 'x-amz-grant-read': `id="${theirs}"` } },
      400,
      'InvalidRequest',
    ],
    [
      'a document and a header',
      { headers: { 'x-amz-acl': 'private' }, body: documentOf(mine, '') },
      400,
      'UnexpectedContent',
    ],
    ['another owner', { body: documentOf(theirs, '') }, 403, 'AccessDenied'],
    [
      'a grant of nothing',
      { body: documentOf(mine, '<Grant><Permission>READ</Permission></Grant>') },
      400,
      'MalformedACLError',
    ],
    [
      'a permission that is none',
      { body: documentOf(mine, '<Grant><Permission>ALL</Permission></Grant>') },
      400,
      'MalformedXML',
    ],
  ])('refuses %s', async (_, sent, status, code) => {
    expect(refusal(await send('PUT', '/lists', 'acl', sent))).toEqual([status, code])
  })
})

describe('where ACLs count', () => {
  test('everybody may do what they were given, and nothing else', async () => {
    await withAcls('opened')
    const headers = { 'x-amz-acl': 'public-read' }
    await send('PUT', '/opened/a', undefined, { body: 'text', headers })
    await send('PUT', '/opened/b', undefined, { body: 'text' })
    const read = (path: string) => send('GET', path, undefined, { as: null })
    expect((await read('/opened/a')).text).toBe('text')
    expect((await read('/opened/b')).status).toBe(403)
    const list = () => send('GET', '/opened', 'list-type=2', { as: null })
    expect((await list()).status).toBe(403)
    await send('PUT', '/opened', 'acl', { headers: { 'x-amz-acl': 'public-read' } })
    expect((await list()).status).toBe(200)
    expect((await send('PUT', '/opened/c', undefined, { body: 'c', as: null })).status).toBe(403)
  })

  test('authenticated-read keeps nobody in particular out', async () => {
    await withAcls('members')
    const headers = { 'x-amz-acl': 'authenticated-read' }
    await send('PUT', '/members/a', undefined, { body: 'text', headers })
    expect((await send('GET', '/members/a', undefined, { as: null })).status).toBe(403)
    expect((await send('GET', '/members/a', undefined, { as: stranger })).status).toBe(200)
    expect((await send('GET', '/members/a', undefined, { as: nothing })).status).toBe(200)
  })

  test('a grant to an account is for whom that account lets', async () => {
    await withAcls('account')
    const headers = { 'x-amz-grant-read': `id="${theirs}"` }
    await send('PUT', '/account/a', undefined, { body: 'text', headers })
    expect((await send('GET', '/account/a', undefined, { as: stranger })).status).toBe(200)
    expect((await send('GET', '/account/a', undefined, { as: nothing })).status).toBe(403)
    expect((await send('GET', '/account/a', 'acl', { as: stranger })).status).toBe(403)
  })

  test('what another account writes is its own: the bucket’s owner is given nothing', async () => {
    await withAcls('guests')
    const body = policyFor('guests', 's3:PutObject', 's3:PutObjectAcl')
    expect((await send('PUT', '/guests', 'policy', { body })).status).toBe(204)
    await send('PUT', '/guests/theirs', undefined, { body: 'x', as: stranger })
    expect((await send('GET', '/guests/theirs', undefined, { as: stranger })).text).toBe('x')
    expect((await send('GET', '/guests/theirs', undefined)).status).toBe(403)
    const listed = await send('GET', '/guests', 'list-type=2&fetch-owner=true')
    expect(listed.text).toContain(`<Owner><ID>${theirs}</ID></Owner>`)

    const headers = { 'x-amz-acl': 'bucket-owner-full-control' }
    const given = await send('PUT', '/guests/theirs', 'acl', { headers, as: stranger })
    expect(given.status).toBe(200)
    expect((await send('GET', '/guests/theirs', undefined)).text).toBe('x')
    expect(grants(await send('GET', '/guests/theirs', 'acl'))).toEqual([
      [theirs, 'FULL_CONTROL'],
      [mine, 'FULL_CONTROL'],
    ])
    expect((await send('DELETE', '/guests/theirs', undefined)).status).toBe(204)
  })

  test('where the owner is preferred, what is given to them is theirs', async () => {
    await withAcls('preferred', 'BucketOwnerPreferred')
    const body = policyFor('preferred', 's3:PutObject', 's3:PutObjectAcl')
    await send('PUT', '/preferred', 'policy', { body })
    const headers = { 'x-amz-acl': 'bucket-owner-full-control' }
    await send('PUT', '/preferred/a', undefined, { body: 'x', headers, as: stranger })
    const acl = await send('GET', '/preferred/a', 'acl')
    expect(acl.text).toContain(`<Owner><ID>${mine}</ID></Owner>`)
  })

  test('and are ended, the bucket’s owner owns all that is there', async () => {
    await send('PUT', '/guests/left', undefined, { body: 'x', as: stranger })
    await send('PUT', '/guests', 'ownershipControls', { body: controls('BucketOwnerEnforced') })
    expect((await send('GET', '/guests/left', undefined)).text).toBe('x')
    expect((await send('GET', '/guests/left', undefined, { as: stranger })).status).toBe(403)
  })
})

describe('Block Public Access', () => {
  const block = (bucket: string, setting: string) =>
    send('PUT', `/${bucket}`, 'publicAccessBlock', {
      body: `<PublicAccessBlockConfiguration><${setting}>true</${setting}></PublicAccessBlockConfiguration>`,
    })

  test('BlockPublicAcls refuses public ACLs, and no others', async () => {
    await withAcls('no-public')
    await block('no-public', 'BlockPublicAcls')
    const open = { 'x-amz-acl': 'public-read' }
    const put = await send('PUT', '/no-public/a', undefined, { headers: open, body: 'x' })
    expect([put.status, put.element('Message')]).toEqual([
      403,
      'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::no-public/a" because public access control lists (ACLs) are prevented by the BlockPublicAcls setting in S3 Block Public Access.',
    ])
    expect((await send('PUT', '/no-public', 'acl', { headers: open })).status).toBe(403)
    const headers = { 'x-amz-grant-read': `id="${theirs}"` }
    expect((await send('PUT', '/no-public/a', undefined, { headers, body: 'x' })).status).toBe(200)
    expect((await send('PUT', '/no-public/a', 'acl', { headers: open })).status).toBe(403)
  })

  test('IgnorePublicAcls leaves them where they are, without effect', async () => {
    await withAcls('ignored')
    const headers = { 'x-amz-acl': 'public-read' }
    await send('PUT', '/ignored/a', undefined, { headers, body: 'x' })
    const read = () => send('GET', '/ignored/a', undefined, { as: null })
    expect((await read()).status).toBe(200)
    await block('ignored', 'IgnorePublicAcls')
    expect((await read()).status).toBe(403)
    expect(grants(await send('GET', '/ignored/a', 'acl'))).toContainEqual([ALL_USERS, 'READ'])
  })
})
