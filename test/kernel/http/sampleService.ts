/** A small service of a small API, with everything real around it but IAM, which here knows one key and allows what is not `Forbidden`. */
import { memoryBlobs } from '#kernel/blobs/memoryBlobs.ts'
import { createSandboxClock } from '#kernel/clock/sandboxClock.ts'
import { AwsError } from '#kernel/errors/awsError.ts'
import type { Caller } from '#kernel/hops/caller.ts'
import { type Exposed, expose } from '#kernel/hops/expose.ts'
import { createLauncherKeys } from '#kernel/hops/launcherKeys.ts'
import { localCarrier } from '#kernel/hops/localCarrier.ts'
import type { Implementation } from '#kernel/hops/port.ts'
import { portClientsOf } from '#kernel/hops/portClients.ts'
import { authorization, credentials } from '#kernel/hops/ports.ts'
import { createRing } from '#kernel/hops/ring.ts'
import { apiOf as namesOf, noAuthorization, operationsWith } from '#kernel/http/operation.ts'
import { pipeline } from '#kernel/http/pipeline.ts'
import type { ServedApi, ServiceContext, ServiceDefinition } from '#kernel/http/service.ts'
import { seededIds } from '#kernel/ids/seededIds.ts'
import { awsQuery } from '#kernel/protocol/awsQuery.ts'
import type { Shape } from '#kernel/protocol/model.ts'
import { signingKey } from '#kernel/sigv4/signingKey.ts'
import { createMemoryStore } from '#kernel/store/memoryStore.ts'
import { defineCollection } from '#kernel/store/store.ts'
import { createRecorder } from '#kernel/trace/recorder.ts'
import { runService } from '#sandbox/runService.ts'
import { apiOf } from '../protocol/fixture/models.ts'

export const NOON = Date.UTC(2026, 10, 24, 12)
export const account = '111122223333'
export const key = { accessKeyId: 'AKIASAMPLEKEY1234567', secretAccessKey: 'sample-secret' }

const names = namesOf<{
  Read: { input: { Text?: string }; output: { Text: string } }
  Write: { input: { Text: string }; output: { Text: string } }
  Forbidden: { input: object; output: object }
  Refuse: { input: object; output: object }
  Break: { input: object; output: object }
  BreakAnswer: { input: object; output: { Text: unknown } }
  Append: { input: { Text: string }; output: { Text: string } }
}>()

/** What happens between `prepare` and `handle` of Append. */
interface SampleKeys {
  between: () => Promise<void>
}

const operation = operationsWith<SampleKeys>()

export const texts = defineCollection<string>('sample/texts')
export const scope = { account, region: '' } as const

const asked = (action: string) => () => [{ action: `sample:${action}`, resource: '*' }]

export const refusal = new AwsError({ code: 'NoSuchThing', status: 404, message: 'No such thing.' })

const operations = [
  operation(names.Read, {
    access: 'read',
    authorize: noAuthorization('anybody may read'),
    handle: ({ input }) => ({ Text: input.Text ?? '' }),
  }),
  operation(names.Write, {
    access: 'write',
    authorize: asked('Write'),
    handle: async ({ input, store }) => {
      await store.put(texts, scope, input.Text, input.Text)
      return { Text: input.Text }
    },
  }),
  operation(names.Forbidden, {
    access: 'write',
    authorize: asked('Forbidden'),
    handle: () => {
      throw new Error('a denied operation was handled')
    },
  }),
  operation(names.Refuse, {
    access: 'write',
    authorize: asked('Refuse'),
    handle: async ({ store }) => {
      await store.put(texts, scope, 'half', 'half')
      throw refusal
    },
  }),
  operation(names.Break, {
    access: 'write',
    authorize: asked('Break'),
    handle: async ({ store }) => {
      await store.put(texts, scope, 'half', 'half')
      throw new TypeError('hunter2 of file:///secret/place.ts')
    },
  }),
  operation(names.BreakAnswer, {
    access: 'read',
    authorize: noAuthorization('it breaks later'),
    handle: () => ({
      Text: {
        toString: () => {
          throw new Error('no text')
        },
      },
    }),
  }),
  operation(names.Append, {
    access: 'write',
    authorize: asked('Append'),
    prepare: async ({ read, keys }) => {
      const before = await read.get(texts, scope, 'appended')
      await keys.between()
      return before
    },
    handle: async ({ input, prepared: before, store }) => {
      const text = (before?.value ?? '') + input.Text
      await store.put(texts, scope, 'appended', text, { ifVersion: before?.version ?? null })
      return { Text: text }
    },
  }),
]

const shapes: Record<string, Shape> = {
  In: { type: 'structure', members: { Text: 'ShortText' } },
  Out: { type: 'structure', members: { Text: 'string' } },
  ShortText: { type: 'string', max: 64 },
}

const operationNames = ['Read', 'Write', 'Forbidden', 'Refuse', 'Break', 'BreakAnswer', 'Append']

const api = apiOf('query', shapes, {
  model: {
    operations: Object.fromEntries(
      operationNames.map((name) => [
        name,
        { http: 'POST /', input: 'In', output: 'Out', wrapper: `${name}Result` },
      ]),
    ),
    known: Object.fromEntries([...operationNames, 'Later'].map((name) => [name, ''])),
  },
})

export const served: ServedApi = {
  api,
  protocol: awsQuery,
  operations,
  pipeline,
  eventSource: 'sample.amazonaws.com',
  signature: 'query',
  bodyLimit: 100_000,
}

const dev: Caller = {
  type: 'IAMUser',
  accountId: account,
  arn: `arn:aws:iam::${account}:user/dev`,
  userId: 'AIDASAMPLEUSER1234567',
  userName: 'dev',
  accessKeyId: key.accessKeyId,
  tags: {},
}

const ofCredentials: Implementation<typeof credentials> = {
  resolveCaller: async ({ accessKeyId, scope }) => {
    if (accessKeyId !== key.accessKeyId)
      throw new AwsError({ code: 'UnknownAccessKey', status: 403, message: 'unknown' })
    return { body: dev, secret: signingKey(key.secretAccessKey, scope) }
  },
}

const ofAuthorization: Implementation<typeof authorization> = {
  authorize: async ({ checks }) => ({
    body: {
      decisions: checks.map(({ action, resource }) => ({
        decision: action.endsWith('Forbidden') ? ('Deny' as const) : ('Allow' as const),
        action,
        resource,
        principal: dev.arn,
        layers: [],
        context: {},
        ...(action.endsWith('Forbidden') && { message: `User: ${dev.arn} may not` }),
      })),
    },
  }),
}

export interface SampleOptions {
  readonly record?: boolean
  readonly definition?: Partial<ServiceDefinition>
}

export type Sample = Awaited<ReturnType<typeof startSample>>

export async function startSample({ record = true, definition = {} }: SampleOptions = {}) {
  const clock = createSandboxClock({ host: () => NOON })
  const ids = seededIds('sample')
  const store = createMemoryStore({ clock })
  const keys = createLauncherKeys(Buffer.alloc(32, 1), [
    { name: 'sample', principal: 'sample.amazonaws.com', asks: ['iam'] },
    { name: 'iam', principal: 'iam.amazonaws.com', asks: [] },
  ])
  const recorder = record
    ? createRecorder({ run: 'test', now: clock.now, host: clock.host, keep: 100 })
    : undefined
  const iam = new Map<string, Exposed>([
    ['credentials', expose(credentials, ofCredentials)],
    ['authorization', expose(authorization, ofAuthorization)],
  ])
  const carrier = localCarrier({ clock, exposed: (port) => iam.get(port) })
  const serviceKeys = keys.keysFor('sample')
  const context: Omit<ServiceContext, 'keys'> = {
    name: 'sample',
    region: 'us-east-1',
    store,
    blobs: memoryBlobs(),
    clock,
    ids,
    serviceKeys,
    ring: createRing(serviceKeys),
    endpoints: () => ({}),
    portsFor: portClientsOf({
      service: 'sample',
      clock,
      ids: ids.fork('nonces'),
      carrier: () => carrier,
      record: recorder && ((hop) => recorder.hop(hop)),
    }),
    call: () => Promise.reject(new Error('it calls nobody')),
    recorder,
    freshness: () => [clock.now()],
    sourceIpOf: (_, remote) => remote,
  }
  const sampleKeys: SampleKeys = { between: async () => {} }
  const run = await runService(
    {
      keys: () => sampleKeys,
      name: 'sample',
      principal: 'sample.amazonaws.com',
      apis: [served],
      asks: [credentials, authorization],
      internalFailure: () =>
        new AwsError({ code: 'InternalFailure', status: 500, message: 'We broke.' }),
      ...definition,
    },
    context,
  )
  const url = await run.listen('127.0.0.1', 0)
  return {
    url,
    port: Number(new URL(url).port),
    run,
    store,
    recorder,
    keys: sampleKeys,
    /** IAM's ports; without one of them IAM is down. */
    iam,
    close: async () => {
      await run.close()
      await store.close()
    },
  }
}
