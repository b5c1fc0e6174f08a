import { afterEach, describe, expect, test } from 'vitest'
import { AwsError } from '#kernel/errors/awsError.ts'
import type { Stage } from '#kernel/http/exchange.ts'
import { readJournal } from '#kernel/journal/readJournal.ts'
import type { RecordedEvent } from '#kernel/trace/recording.ts'
import { type RawAnswer, rawConnection, rawExchange } from './rawExchange.ts'
import {
  account,
  NOON,
  type Sample,
  type SampleOptions,
  scope,
  served,
  startSample,
  texts,
} from './sampleService.ts'
import { type Calling, signedCall } from './signedCall.ts'

const started: Sample[] = []
const start = async (options?: SampleOptions): Promise<Sample> => {
  const sample = await startSample(options)
  started.push(sample)
  return sample
}
afterEach(async () => {
  for (const sample of started.splice(0)) await sample.close()
})

const call = ({ port }: Sample, calling: Omit<Calling, 'port'>): Promise<RawAnswer> =>
  rawExchange(port, signedCall({ port, ...calling }))

const codeOf = ({ body }: RawAnswer) => /<Code>(\w+)<\/Code>/.exec(body)?.[1]
const stored = async ({ store }: Sample, key: string) => (await store.get(texts, scope, key))?.value
const outcomes = ({ store }: Sample) => readJournal(store, account)
const topics = (events: readonly RecordedEvent[] = []) =>
  events.flatMap((event) => (event.kind === 'explain' ? [event.topic] : []))

describe('a call that is allowed', () => {
  test('changes the state and is in the journal, once, in one commit', async () => {
    const sample = await start()
    const { status, body, headers } = await call(sample, { action: 'Write', more: '&Text=hello' })
    expect(status).toBe(200)
    expect(body).toContain('<WriteResult><Text>hello</Text></WriteResult>')
    expect(headers['x-amz-id-2']).toBeUndefined()
    expect(await stored(sample, 'hello')).toBe('hello')
    expect(await outcomes(sample)).toMatchObject([
      {
        eventName: 'Write',
        account,
        at: NOON,
        readOnly: false,
        requestId: headers['x-amzn-requestid'],
        requestParameters: { text: 'hello' },
        responseElements: { text: 'hello' },
      },
    ])
    const changes = await sample.store.changes(account, '' as never, 10)
    expect(changes).toHaveLength(1)
    expect(changes[0]).toMatchObject({ keys: [{ key: 'hello' }], outcomes: [{}] })
  })

  test('that reads is in the journal without response elements', async () => {
    const sample = await start()
    await call(sample, { action: 'Read', more: '&Text=x' })
    expect(await outcomes(sample)).toMatchObject([{ readOnly: true, responseElements: null }])
  })
})

describe('a call that is refused changes nothing', () => {
  const wrongKey = { accessKeyId: 'AKIASAMPLEKEY1234567', secretAccessKey: 'wrong' }
  const noKey = { accessKeyId: 'AKIANOBODYNOBODY1234', secretAccessKey: 'x' }
  const long = `&Text=${'x'.repeat(65)}`

  test.each<[string, Omit<Calling, 'port'>, number, string, 'recorded' | 'not recorded']>([
    ['of no known action', { action: 'Nothing' }, 400, 'InvalidAction', 'not recorded'],
    ['that we lack', { action: 'Later' }, 501, 'NotImplemented', 'not recorded'],
    [
      'with an unknown key',
      { action: 'Write', credentials: noKey },
      403,
      'InvalidClientTokenId',
      'not recorded',
    ],
    [
      'with a wrong signature',
      { action: 'Write', credentials: wrongKey },
      403,
      'SignatureDoesNotMatch',
      'not recorded',
    ],
    [
      '15:01 old',
      { action: 'Write', now: NOON - 901_000 },
      403,
      'SignatureDoesNotMatch',
      'not recorded',
    ],
    ['of invalid input', { action: 'Write', more: long }, 400, 'ValidationException', 'recorded'],
    ['that IAM denies', { action: 'Forbidden' }, 403, 'AccessDenied', 'recorded'],
    ['that the handler refuses', { action: 'Refuse' }, 404, 'NoSuchThing', 'recorded'],
    ['whose handler breaks', { action: 'Break' }, 500, 'InternalFailure', 'recorded'],
  ])('%s', async (_, calling, status, code, journal) => {
    const sample = await start()
    const refused = await call(sample, calling)
    expect({ status: refused.status, code: codeOf(refused) }).toEqual({ status, code })
    expect([...sample.store.dump()]).toEqual([])
    const found = (await outcomes(sample)).map(({ eventName, errorCode }) => ({
      eventName,
      errorCode,
    }))
    expect(found).toEqual(
      journal === 'recorded' ? [{ eventName: calling.action, errorCode: code }] : [],
    )
    const refusals = topics(sample.recorder?.events()).filter((topic) => topic === 'refusal')
    expect(refusals).toEqual(['refusal'])
  })

  test.each(['credentials', 'authorization'])('while IAM does not answer for %s', async (port) => {
    const sample = await start()
    sample.iam.delete(port)
    const refused = await call(sample, { action: 'Write', more: '&Text=x' })
    expect({ status: refused.status, code: codeOf(refused) }).toEqual({
      status: 500,
      code: 'InternalFailure',
    })
    expect(await stored(sample, 'x')).toBeUndefined()
  })
})

describe('what breaks', () => {
  test('is told to the client by name alone, and to the recording in full', async () => {
    const sample = await start()
    const { body, head } = await call(sample, { action: 'Break' })
    expect(body).toContain('<Message>We broke.</Message>')
    expect(`${head}${body}`).not.toMatch(/hunter2|TypeError|\.ts|at /)
    expect(JSON.stringify(sample.recorder?.events())).toContain('hunter2 of file:///secret')
  })

  test('in the answer ends this request alone', async () => {
    const sample = await start()
    const { status, body } = await call(sample, { action: 'BreakAnswer' })
    expect(status).toBe(500)
    expect(body).not.toContain('no text')
    expect((await call(sample, { action: 'Read' })).status).toBe(200)
  })

  test('in the words of a refusal still gets an answer', async () => {
    const sample = await start({
      definition: {
        internalFailure: () => {
          throw new Error('not even that')
        },
      },
    })
    const { status, body } = await call(sample, { action: 'Break' })
    expect({ status, body }).toEqual({ status: 500, body: '' })
    expect(topics(sample.recorder?.events())).toContain('failure')
    expect((await call(sample, { action: 'Read' })).status).toBe(200)
  })

  test('in a header that cannot be sent still gets an answer', async () => {
    const oddHeader: Stage = {
      name: 'odd header',
      run: (x) => {
        x.answer = { status: 200, headers: { 'x-amz-meta-a': 'ñ→\n' }, body: Buffer.from('x') }
      },
    }
    const sample = await start({
      definition: { apis: [{ ...served, pipeline: [oddHeader] }] },
    })
    const { status, body } = await call(sample, { action: 'Read' })
    expect({ status, body }).toEqual({ status: 500, body: '' })
  })
})

describe('two requests change the same thing', () => {
  test('and the later one looks again, once', async () => {
    const sample = await start()
    let times = 0
    sample.keys.between = async () => {
      if (times++ > 0) return
      await sample.store.write([account], (tx) => tx.put(texts, scope, 'appended', 'other '))
    }
    const { status } = await call(sample, { action: 'Append', more: '&Text=mine' })
    expect({ status, times }).toEqual({ status: 200, times: 2 })
    expect(await stored(sample, 'appended')).toBe('other mine')
    expect(await outcomes(sample)).toHaveLength(1)
    expect(topics(sample.recorder?.events())).toContain('conflict')
  })

  const alwaysChanged = async (sample: Sample) => {
    sample.keys.between = () =>
      sample.store.write([account], (tx) => tx.put(texts, scope, 'appended', 'other'))
    return call(sample, { action: 'Append', more: '&Text=mine' })
  }

  test("and if it is changed again, it is the service's words for that", async () => {
    const sample = await start({
      definition: {
        conflict: () => new AwsError({ code: 'Concurrent', status: 409, message: 'Again.' }),
      },
    })
    const refused = await alwaysChanged(sample)
    expect({ status: refused.status, code: codeOf(refused) }).toEqual({
      status: 409,
      code: 'Concurrent',
    })
    expect(await stored(sample, 'appended')).toBe('other')
    expect(await outcomes(sample)).toMatchObject([{ errorCode: 'Concurrent' }])
  })

  test('where it has none, its own failure', async () => {
    expect((await alwaysChanged(await start())).status).toBe(500)
  })
})

test('a connection goes on after refusals of every stage', async () => {
  const { port } = await start()
  const connection = rawConnection(port)
  const statuses: number[] = []
  for (const action of ['Nothing', 'Later', 'Forbidden', 'Refuse', 'Break', 'Read']) {
    connection.send(signedCall({ port, action }))
    statuses.push((await connection.answer()).status)
  }
  connection.socket.destroy()
  expect(statuses).toEqual([400, 501, 403, 404, 500, 200])
})

test('requests in one packet are answered one after the other', async () => {
  const { port } = await start()
  const connection = rawConnection(port)
  connection.send(
    signedCall({ port, action: 'Read', more: '&Text=1' }) +
      signedCall({ port, action: 'Refuse' }) +
      signedCall({ port, action: 'Read', more: '&Text=2' }),
  )
  const bodies = [await connection.answer(), await connection.answer(), await connection.answer()]
  connection.socket.destroy()
  expect(bodies.map(({ status }) => status)).toEqual([200, 404, 200])
  expect(bodies[2]?.body).toContain('<Text>2</Text>')
})

test('recording changes not a byte of any answer', async () => {
  const requests: Omit<Calling, 'port'>[] = [
    { action: 'Read', more: '&Text=a' },
    { action: 'Write', more: '&Text=b' },
    { action: 'Nothing' },
    { action: 'Later' },
    { action: 'Forbidden' },
    { action: 'Refuse' },
    { action: 'Break' },
    { action: 'BreakAnswer' },
    { action: 'Write', credentials: { accessKeyId: 'AKIA', secretAccessKey: 'x' } },
    { action: 'Write', headers: { 'x-amz-security-token': 'token' } },
  ]
  const answers = async (record: boolean) => {
    const sample = await start({ record })
    const received: string[] = []
    for (const calling of requests) {
      const { head, body } = await call(sample, calling)
      received.push(`${head.replace(/^date: .*$/im, 'date')}\n\n${body}`)
    }
    return received
  }
  const without = await answers(false)
  expect(await answers(true)).toEqual(without)
  expect(new Set(without.map((text) => text.split(' ')[1]))).toEqual(
    new Set(['200', '400', '501', '403', '404', '500']),
  )
})
