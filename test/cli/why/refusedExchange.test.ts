import { describe, expect, test } from 'vitest'
import { explainRefusal } from '#cli/why/explainRefusal.ts'
import { refusedExchanges } from '#cli/why/refusedExchange.ts'
import type { NewEvent } from '#kernel/trace/recording.ts'
import {
  askedIam,
  explained,
  nestedEvents,
  recorded,
  requestOf,
  responseOf,
  whole,
} from '../refusalsInTest.ts'

const refused = (events: readonly NewEvent[]) =>
  refusedExchanges(recorded(events)).map(({ request }) => request.exchange)

const notFound = (exchange: number, from = 'client') =>
  whole({
    exchange,
    from,
    to: 's3',
    operation: 'GetObject',
    stage: 'handle, record',
    status: 404,
    code: 'NoSuchKey',
    message: 'The specified key does not exist.',
    detail: {},
  })

describe('which requests were refused', () => {
  test('the newest stands first, and what was answered is none of them', () => {
    const answered = [requestOf({ exchange: 2, to: 's3' }), responseOf(2, 200)]
    expect(refused([...notFound(1), ...answered, ...notFound(3)])).toEqual([3, 1])
  })

  test('a page is refused by its status, or by what it found', () => {
    const page = (exchange: number, status: number, more: NewEvent[] = []) => [
      requestOf({ exchange, to: 'idp' }),
      ...more,
      responseOf(exchange, status),
    ]
    const signIn: NewEvent = {
      kind: 'explain',
      exchange: 2,
      topic: 'sign-in',
      data: { outcome: 'locked' },
    }
    expect(refused([...page(1, 404), ...page(2, 200, [signIn]), ...page(3, 302)])).toEqual([2, 1])
  })

  test('what a service asked in the course of a request that went well is none', () => {
    const events = [
      requestOf({ exchange: 1, to: 'identity-center' }),
      ...notFound(2, 'identity-center'),
      responseOf(1, 200),
    ]
    expect(refused(events)).toEqual([])
  })

  test('what a service asked, and what ended its answer, is told inside it', () => {
    const [outer] = refusedExchanges(recorded(nestedEvents))
    expect(outer?.inside?.request.to).toBe('sts')
    expect(explainRefusal(outer!).inside).toMatchObject({ party: 'sts', hop: { n: 8 } })
  })

  test('an earlier question that was refused and overcome is not told', () => {
    const events = [
      requestOf({ exchange: 1, to: 'identity-center' }),
      ...notFound(2, 'identity-center'),
      requestOf({ exchange: 3, from: 'identity-center', to: 'sts' }),
      responseOf(3, 200),
      responseOf(1, 500),
    ]
    expect(refusedExchanges(recorded(events))[0]?.inside).toBeUndefined()
  })
})

/** Where the story of the twelve hops has a refusal of S3. */
describe.each<[string, number, string, Record<string, unknown>, NewEvent[]]>([
  ['a date that is off', 9, 'authenticate', { reason: 'ClockSkew' }, []],
  ['a key that nobody knows', 10, 'authenticate', { reason: 'UnknownAccessKey' }, []],
  ['a signature that does not match', 10, 'authenticate', { reason: 'SignatureDoesNotMatch' }, []],
  ['a bucket that is not there', 9, 'authorise', {}, []],
  ['a denial', 11, 'authorise', {}, [askedIam()]],
  [
    'another body than the signed one',
    12,
    'check payload',
    { reason: 'PayloadHashDiffers' },
    [askedIam()],
  ],
  ['a name that is taken', 12, 'handle, record', {}, [askedIam()]],
])('%s', (_, n, stage, detail, more) => {
  test(`is hop ${n}`, () => {
    const why = explained(
      whole({
        to: 's3',
        operation: 'PutObject',
        stage,
        status: 400,
        code: 'X',
        message: '',
        detail,
        more,
      }),
    )
    expect(why.hop?.n).toBe(n)
  })
})

test('a question without an answer says why there was none', () => {
  const failed = askedIam({ outcome: 'BadStatement', message: 'the answer is for another ask' })
  const why = explained(
    whole({
      to: 's3',
      operation: 'PutObject',
      stage: 'authorise',
      status: 500,
      code: 'InternalError',
      message: 'We encountered an internal error. Please try again.',
      detail: {},
      more: [failed],
    }),
  )
  expect(why.because).toEqual([
    {
      key: 'hopFailed',
      params: { from: 's3', to: 'iam', about: 'authorization.authorize', outcome: 'BadStatement' },
    },
    { key: 'hopSaid', params: { message: 'the answer is for another ask' } },
  ])
})

test('an advisory check that was denied is not what refused', () => {
  const advisory: NewEvent = {
    kind: 'explain',
    exchange: 1,
    topic: 'policy',
    data: { decision: { decision: 'Deny', action: 's3:ListBucket', layers: [] } },
  }
  const why = explained(
    whole({
      to: 's3',
      operation: 'GetObject',
      stage: 'handle, record',
      status: 404,
      code: 'NoSuchKey',
      message: 'The specified key does not exist.',
      detail: {},
      more: [askedIam(), advisory],
    }),
  )
  expect(why).toMatchObject({ kind: 'request', decision: null })
})
