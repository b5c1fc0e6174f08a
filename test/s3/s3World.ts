/** S3 on a free port of loopback, as the sandbox runs it, beside the IAM that it asks. */
import { request as httpRequest } from 'node:http'
import { iam } from '#iam/index.ts'
import type { ServiceDefinition } from '#kernel/http/service.ts'
import { signRequest } from '#kernel/sigv4/signRequest.ts'
import { s3 } from '#s3/index.ts'
import type { Seed } from '#sandbox/seed/seed.ts'
import { seedServices } from '#sandbox/seedServices.ts'
import { type Services, startServices } from '#sandbox/startServices.ts'
import { organizations } from '#services/organizations/index.ts'

export interface User {
  readonly accountId: string
  readonly name: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Statements of the one policy that the user has. */
  readonly statements: readonly object[]
  /** The account's root user: it has no policy. */
  readonly isRoot?: boolean
}

const EVERYTHING = { Effect: 'Allow', Action: 's3:*', Resource: '*' }

export function user(name: string, more: Partial<User> = {}): User {
  return {
    accountId: '111122223333',
    name,
    accessKeyId: `AKIA${name.toUpperCase().padEnd(16, 'X')}`,
    secretAccessKey: `secret of ${name}`.padEnd(40, '.'),
    statements: [EVERYTHING],
    ...more,
  }
}

export const ana = user('ana')
export const stranger = user('stranger', { accountId: '444455556666' })

export interface Sent {
  readonly method: string
  /** As it goes on the wire, encoded. */
  readonly path: string
  readonly query?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Buffer | string
  /** Who signs; null for nobody. Ana where absent. */
  readonly as?: User | null
  readonly region?: string
  /** Sent in the place of the body that was signed. */
  readonly instead?: Buffer
  /** Headers that are sent but not signed. */
  readonly unsigned?: Readonly<Record<string, string>>
  readonly now?: number
  /** The connection ends in the middle of the body. */
  readonly breakOff?: boolean
  /** Does not say how long the body is: in chunks, or without any word about it. */
  readonly unmeasured?: 'chunked' | 'silent'
}

export interface Got {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
  readonly text: string
  /** Text of the first XML element of this name. */
  element(name: string): string | undefined
  /** Whether the server asked for the body (`100 Continue`). */
  readonly continued: boolean
}

export interface S3World {
  readonly url: string
  readonly services: Services
  send(request: Sent): Promise<Got>
  createBucket(name: string, as?: User): Promise<void>
  putObject(bucket: string, key: string, body?: string): Promise<void>
  close(): Promise<void>
}

export interface WorldOptions {
  readonly users?: readonly User[]
  readonly hops?: 'local' | 'http'
  readonly canonicalUserId?: string
  readonly record?: boolean
}

export async function startS3(options: WorldOptions = {}): Promise<S3World> {
  const { users = [ana, stranger], hops = 'local', canonicalUserId, record = true } = options
  const definitions = [organizations, iam, s3] as readonly unknown[] as ServiceDefinition[]
  const services = await startServices({
    options: { hops, record },
    definitions,
    endpoints: () => ({}),
  })
  await seedServices(services, seedOf(users, canonicalUserId))
  for (const run of services.running.values()) run.startWorkers()
  const url = await services.running.get('s3')!.listen('127.0.0.1', 0)
  const send = (request: Sent) => sendTo(url, services.clock.now(), request)
  return {
    url,
    services,
    send,
    createBucket: async (name, as = ana) => ok(await send({ method: 'PUT', path: `/${name}`, as })),
    putObject: async (bucket, key, body = '') =>
      ok(await send({ method: 'PUT', path: pathOf(bucket, key), body })),
    close: () => services.close(),
  }
}

function seedOf(users: readonly User[], canonicalUserId: string | undefined): Seed {
  const ids = [...new Set(users.map(({ accountId }) => accountId))]
  const accounts = ids.map((id) => ({
    id,
    name: `account-${id}`,
    users: users.filter(({ accountId, isRoot }) => accountId === id && !isRoot).map(seededUser),
    ...rootKeyOf(users.find(({ accountId, isRoot }) => accountId === id && isRoot)),
    ...(id === ana.accountId && canonicalUserId && { canonicalUserId }),
  }))
  return { accounts }
}

const seededUser = ({ name, accessKeyId, secretAccessKey, statements }: User) => ({
  name,
  accessKeys: [{ accessKeyId, secretAccessKey }],
  inlinePolicy: { Version: '2012-10-17', Statement: statements },
})

const rootKeyOf = (root: User | undefined) =>
  root && {
    rootAccessKey: { accessKeyId: root.accessKeyId, secretAccessKey: root.secretAccessKey },
  }

export const pathOf = (bucket: string, key: string): string =>
  `/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`

function ok({ status, text }: Got): void {
  if (status >= 300) throw new Error(`refused: ${status} ${text}`)
}

/** Raw on the wire: what the tests of odd paths and bodies need, no client library in between. */
function sendTo(url: string, clock: number, sent: Sent): Promise<Got> {
  const { hostname, port, host } = new URL(url)
  const body = Buffer.from(sent.body ?? '')
  const plain: Record<string, string> = {
    host,
    ...(sent.unmeasured === undefined && { 'content-length': String(body.length) }),
    ...(sent.unmeasured === 'chunked' && { 'transfer-encoding': 'chunked' }),
    ...sent.headers,
  }
  const signed = sent.as === null ? plain : sign(sent, plain, body, sent.now ?? clock)
  const path = sent.query === undefined ? sent.path : `${sent.path}?${sent.query}`
  return new Promise((resolve, reject) => {
    let continued = false
    const headers: Record<string, string> = { ...signed, ...sent.unsigned }
    const request = httpRequest({ hostname, port, path, method: sent.method, headers })
    if (sent.unmeasured === 'silent') request.useChunkedEncodingByDefault = false
    request.on('continue', () => {
      continued = true
      request.end(sent.instead ?? body)
    })
    request.on('error', reject)
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const bytes = Buffer.concat(chunks)
        resolve(gotOf(response.statusCode ?? 0, response.headers, bytes, continued))
        request.destroy()
      })
    })
    if (sent.breakOff) request.write(body, () => request.destroy(new Error('broken off')))
    else if (headers['expect'] === undefined) request.end(sent.instead ?? body)
    else request.flushHeaders()
  })
}

function sign(
  { method, path, query = '', as, region = 'us-east-1' }: Sent,
  headers: Record<string, string>,
  body: Buffer,
  now: number,
): Record<string, string> {
  const { accessKeyId, secretAccessKey } = as ?? ana
  return signRequest({
    method,
    path,
    query,
    headers,
    body,
    credentials: { accessKeyId, secretAccessKey },
    scope: { region, service: 's3' },
    now,
    style: 's3',
  })
}

function gotOf(status: number, headers: Got['headers'], body: Buffer, continued: boolean): Got {
  const text = body.toString('utf8')
  const element = (name: string) => {
    const content = new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1]
    return content?.replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
  }
  return { status, headers, body, text, element, continued }
}

/** A bucket outside us-east-1: its creation must say so. */
export async function createIn(world: S3World, name: string, region: string): Promise<void> {
  const body = `<CreateBucketConfiguration><LocationConstraint>${region}</LocationConstraint></CreateBucketConfiguration>`
  ok(await world.send({ method: 'PUT', path: `/${name}`, region, body }))
}
