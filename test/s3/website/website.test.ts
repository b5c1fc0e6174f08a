import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type S3World, type Sent, startS3 } from '../s3World.ts'

let world: S3World
beforeAll(async () => {
  world = await startS3()
  await siteOf('site', INDEX, ERROR)
  for (const key of ['index.html', 'docs/index.html', 'docs/a.html', 'oops.html', 'secret/a.html'])
    await put('site', key)
})
afterAll(() => world.close())

const md = (name: string, content: string) => `<${name}>${content}</${name}>`
const INDEX = md('IndexDocument', md('Suffix', 'index.html'))
const ERROR = md('ErrorDocument', md('Key', 'oops.html'))
const rule = (redirect: string, condition = '') =>
  md('RoutingRule', (condition && md('Condition', condition)) + md('Redirect', redirect))

const put = (bucket: string, key: string) =>
  world.send({
    method: 'PUT',
    path: `/${bucket}/${key}`,
    body: `content of ${key}`,
    headers: { 'content-type': 'text/html', 'cache-control': 'max-age=60' },
  })

/** Everybody may read all but `secret/`. */
async function siteOf(bucket: string, ...parts: string[]): Promise<void> {
  await world.createBucket(bucket)
  await world.send({ method: 'DELETE', path: `/${bucket}`, query: 'publicAccessBlock' })
  const arn = `arn:aws:s3:::${bucket}`
  const Statement = [
    { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `${arn}/*` },
    { Effect: 'Allow', Principal: '*', Action: 's3:ListBucket', Resource: arn },
    { Effect: 'Deny', Principal: '*', Action: 's3:GetObject', Resource: `${arn}/secret/*` },
  ]
  const body = JSON.stringify({ Version: '2012-10-17', Statement })
  expect(
    (await world.send({ method: 'PUT', path: `/${bucket}`, query: 'policy', body })).status,
  ).toBe(204)
  await configure(bucket, ...parts)
}

async function configure(bucket: string, ...parts: string[]): Promise<void> {
  const body = md('WebsiteConfiguration', parts.join(''))
  const answer = await world.send({ method: 'PUT', path: `/${bucket}`, query: 'website', body })
  expect(answer.status).toBe(200)
}

const visit = (path: string, more: Partial<Sent> = {}, bucket = 'site') =>
  world.send({
    method: 'GET',
    path,
    as: null,
    headers: { host: `${bucket}.s3-website.localhost` },
    ...more,
  })

describe('a website', () => {
  test.each([
    ['/', 'index.html'],
    ['/docs/', 'docs/index.html'],
    ['/docs/a.html', 'docs/a.html'],
  ])('answers %s with %s', async (path, key) => {
    const got = await visit(path)
    expect([got.status, got.text]).toEqual([200, `content of ${key}`])
    expect(got.headers).toMatchObject({
      'content-type': 'text/html',
      'cache-control': 'max-age=60',
      etag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
    })
  })

  test('is found under AWS’s own host names too', async () => {
    const host = 'site.s3-website-us-east-1.amazonaws.com'
    expect((await visit('/', { headers: { host } })).text).toBe('content of index.html')
  })

  test('answers HEAD without content', async () => {
    const got = await visit('/', { method: 'HEAD' })
    expect([got.status, got.text, got.headers['content-length']]).toEqual([200, '', '21'])
  })

  test('sends from a folder without its slash to the folder', async () => {
    const got = await visit('/docs')
    expect([got.status, got.headers['location']]).toEqual([302, '/docs/'])
  })

  test('shows its error page with the status of the error', async () => {
    const missing = await visit('/none.html')
    expect([missing.status, missing.text]).toEqual([404, 'content of oops.html'])
    const denied = await visit('/secret/a.html')
    expect([denied.status, denied.text]).toEqual([403, 'content of oops.html'])
  })

  test('asks nobody who they are, and takes nobody’s word for it', async () => {
    const headers = {
      host: 'site.s3-website.localhost',
      authorization: 'AWS4-HMAC-SHA256 Credential=x',
    }
    expect((await visit('/', { headers })).status).toBe(200)
  })

  test('is only read', async () => {
    for (const method of ['PUT', 'POST', 'DELETE'])
      expect((await visit('/index.html', { method })).status).toBe(405)
    expect((await visit('/index.html', { query: 'acl' })).text).toBe('content of index.html')
  })

  test('is recorded for the bucket’s owner', async () => {
    await visit('/docs/a.html')
    expect((await world.services.journal()).at(-1)).toMatchObject({
      eventName: 'GetObject',
      account: '111122223333',
      caller: { type: 'Anonymous' },
    })
  })
})

describe('a refusal without an error page', () => {
  beforeAll(async () => {
    await siteOf('plain', INDEX)
    await put('plain', 'secret/a.html')
  })

  test('is a page that says what S3 says', async () => {
    const got = await visit('/<none>'.replace('<', '%3C').replace('>', '%3E'), {}, 'plain')
    expect(got.status).toBe(404)
    expect(got.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(got.text).toContain('<h1>404 Not Found</h1>')
    expect(got.text).toContain('<li>Code: NoSuchKey</li>')
    expect(got.text).toContain('<li>Key: &#60;none&#62;</li>')
  })

  test.each([
    ['plain', '/secret/a.html', 403, 'AccessDenied'],
    ['nowhere', '/', 404, 'NoSuchBucket'],
    ['unconfigured', '/', 404, 'NoSuchWebsiteConfiguration'],
  ])('of %s%s is %i %s', async (bucket, path, status, code) => {
    if (bucket === 'unconfigured') await world.createBucket(bucket)
    const got = await visit(path, {}, bucket)
    expect(got.status).toBe(status)
    expect(got.text).toContain(`<li>Code: ${code}</li>`)
  })

  test('does not tell who may not list that a key is not there', async () => {
    const body = JSON.stringify({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::plain/*',
      },
    })
    await world.send({ method: 'PUT', path: '/plain', query: 'policy', body })
    expect((await visit('/none', {}, 'plain')).status).toBe(403)
  })
})

describe('a redirect', () => {
  beforeAll(async () => {
    await siteOf('moving', INDEX)
    await put('moving', 'index.html')
  })
  const location = async (path: string) => {
    const { status, headers } = await visit(path, {}, 'moving')
    return [status, headers['location']]
  }
  const host = 'moving.s3-website.localhost'

  test('of all requests', async () => {
    await configure(
      'moving',
      md('RedirectAllRequestsTo', md('HostName', 'example.com') + md('Protocol', 'https')),
    )
    expect(await location('/a%20b/c')).toEqual([301, 'https://example.com/a%20b/c'])
  })

  test('by prefix, by error, and the first rule that fits', async () => {
    const rules = [
      rule(md('ReplaceKeyPrefixWith', 'new/'), md('KeyPrefixEquals', 'old/')),
      rule(
        md('HostName', 'archive.example') + md('HttpRedirectCode', '302'),
        md('HttpErrorCodeReturnedEquals', '404') + md('KeyPrefixEquals', 'lost/'),
      ),
      rule(md('ReplaceKeyWith', 'index.html'), md('HttpErrorCodeReturnedEquals', '404')),
    ]
    await configure('moving', INDEX, md('RoutingRules', rules.join('')))
    expect(await location('/old/a')).toEqual([301, `http://${host}/new/a`])
    expect(await location('/lost/a')).toEqual([302, 'http://archive.example/lost/a'])
    expect(await location('/none')).toEqual([301, `http://${host}/index.html`])
    expect(await location('/index.html')).toEqual([200, undefined])
  })
})
