import { describe, expect, test } from 'vitest'
import { AwsError } from '#kernel/errors/awsError.ts'
import type { HopRecord } from '#kernel/hops/hopRecord.ts'
import type { WireRequest } from '#kernel/http/wireRequest.ts'
import { bodyCap } from '#kernel/trace/recordedBody.ts'
import { createRecorder, type ExchangeTrace, type Recorder } from '#kernel/trace/recorder.ts'
import type { RecordedEvent, RequestEvent, ResponseEvent } from '#kernel/trace/recording.ts'

const recorderOf = (more: { keep?: number; firstExchange?: number } = {}): Recorder =>
  createRecorder({ run: 'test', now: () => 2_000, host: () => 1_000, keep: 10, ...more })

const wire = (parts: Partial<WireRequest> = {}): WireRequest => ({
  method: 'POST',
  path: '/a',
  query: 'b=c',
  rawHeaders: ['Host', 'x', 'Content-Type', 'text/plain', 'X-A', '1', 'x-a', '2'],
  remoteAddress: '127.0.0.1',
  body: Buffer.alloc(0),
  ...parts,
})

const begin = (recorder: Recorder): ExchangeTrace =>
  recorder.exchange({ service: 'sts', requestId: 'id-1', request: wire() })

const answer = { status: 200, headers: { 'Content-Type': 'text/xml' }, body: Buffer.from('<a/>') }

const hopOf = (parts: Partial<HopRecord>): HopRecord => ({
  id: 'n1',
  parent: undefined,
  from: 'sts',
  to: 'iam',
  about: 'roles.roleToAssume',
  carrier: 'local',
  bound: 'b',
  ask: {},
  answer: {},
  outcome: 'answered',
  refusal: undefined,
  message: undefined,
  startedAt: 0,
  endedAt: 0,
  wire: undefined,
  ...parts,
})

const shown = (events: readonly RecordedEvent[]) =>
  events.map((event) => (event.kind === 'explain' ? `explain ${event.topic}` : event.kind))

describe('the order of an exchange', () => {
  test('the request stands first, though its body and its sender became known later', () => {
    const recorder = recorderOf()
    const trace = begin(recorder)
    trace.stage('identify')
    trace.explain('identify', { operation: 'AssumeRole' })
    recorder.hop(hopOf({ parent: trace }))
    expect(recorder.events()).toEqual([])
    trace.sentBy('identity-center')
    expect(recorder.events()).toEqual([])
    trace.received(wire({ body: Buffer.from('the body') }))
    trace.explain('policy', {})
    trace.answered(answer)
    const events = recorder.events()
    expect(shown(events)).toEqual([
      'request',
      'explain identify',
      'hop',
      'explain policy',
      'explain pipeline',
      'response',
    ])
    expect(events[0]).toMatchObject({
      from: 'identity-center',
      to: 'sts',
      requestId: 'id-1',
      target: '/a?b=c',
      headers: [
        ['Host', 'x'],
        ['Content-Type', 'text/plain'],
        ['X-A', '1'],
        ['x-a', '2'],
      ],
      body: { size: 8, text: 'the body' },
      at: 2_000,
      hostAt: 1_000,
    })
  })

  test('a request that is refused before all of it is read is there too, from a client', () => {
    const recorder = recorderOf()
    const trace = begin(recorder)
    trace.stage('receive')
    trace.refusal(new AwsError({ code: 'RequestEntityTooLarge', status: 413, message: 'long' }))
    trace.answered({ ...answer, status: 413 })
    expect(shown(recorder.events())).toEqual([
      'request',
      'explain refusal',
      'explain pipeline',
      'response',
    ])
    expect(recorder.events()[0]).toMatchObject({ from: 'client', body: { size: 0 } })
    expect(recorder.events()[1]).toMatchObject({ data: { stage: 'receive', status: 413 } })
  })

  test('seq grows by one, whoever wrote', () => {
    const recorder = recorderOf()
    const other = recorderOf({ firstExchange: 500 })
    other.onEvent(recorder.adopt)
    const trace = begin(recorder)
    begin(other).answered(answer)
    trace.answered(answer)
    recorder.clock(1, 2)
    const events = recorder.events()
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1))
    expect(events.filter(({ kind }) => kind === 'request')).toMatchObject([
      { exchange: 501 },
      { exchange: 1 },
    ])
  })
})

describe('bodies', () => {
  const bodyOf = (body: Buffer, type: string) => {
    const recorder = recorderOf()
    begin(recorder).answered({ status: 200, headers: { 'Content-Type': type }, body })
    return (recorder.events().at(-1) as ResponseEvent).body
  }

  test('are kept up to a cap, and say so', () => {
    const body = bodyOf(Buffer.alloc(bodyCap + 1, 97), 'text/plain')
    expect(body).toMatchObject({ size: bodyCap + 1, cut: true })
    expect(body.text).toHaveLength(bodyCap)
  })

  test('in bytes that are no text are base64', () => {
    const bytes = Buffer.from([0xff, 0x00, 0xfe])
    expect(bodyOf(bytes, 'application/octet-stream')).toEqual({ size: 3, base64: '/wD+' })
  })

  test('of a character that the cap cuts in half are text all the same', () => {
    const body = Buffer.concat([Buffer.alloc(bodyCap - 1, 97), Buffer.from('é')])
    expect(bodyOf(body, '').text).toHaveLength(bodyCap)
  })

  test.each(['application/json', ''])('hide no secret behind one odd byte (%s)', (type) => {
    const body = Buffer.concat([Buffer.from('{"password":"hunter2","x":"'), Buffer.from([0xff])])
    expect(JSON.stringify(bodyOf(body, type || 'application/x-www-form-urlencoded'))).not.toContain(
      'hunter2',
    )
  })

  test('are redacted though no content type says what they are', () => {
    const recorder = recorderOf()
    const trace = begin(recorder)
    trace.received(wire({ rawHeaders: [], body: Buffer.from('Action=X&SAMLAssertion=PHNhbWw') }))
    trace.answered(answer)
    const { body } = recorder.events()[0] as RequestEvent
    expect(body.text).toBe('Action=X&SAMLAssertion=<saml-response:1>')
  })
})

describe('hops', () => {
  test('name the request, or the question, in whose course they were asked', () => {
    const recorder = recorderOf()
    const trace = begin(recorder)
    trace.answered(answer)
    recorder.hop(hopOf({ id: 'inner', parent: 'outer' }))
    recorder.hop(hopOf({ id: 'outer', parent: trace }))
    recorder.hop(hopOf({ id: 'alone' }))
    const hops = recorder.events().filter((event) => event.kind === 'hop')
    expect(hops.map(({ id, parent, within }) => ({ id, parent, within }))).toEqual([
      { id: 'outer', parent: trace.exchange, within: undefined },
      { id: 'inner', parent: undefined, within: 'outer' },
      { id: 'alone', parent: undefined, within: undefined },
    ])
  })

  test('stand after the request and the question in whose course they were asked, though they were over before', () => {
    const recorder = recorderOf()
    const trace = begin(recorder)
    recorder.hop(hopOf({ id: 'innermost', parent: 'inner' }))
    recorder.hop(hopOf({ id: 'inner', parent: 'outer' }))
    expect(recorder.events()).toEqual([])
    recorder.hop(hopOf({ id: 'outer', parent: trace }))
    trace.answered(answer)
    const ids = recorder.events().map((event) => (event.kind === 'hop' ? event.id : event.kind))
    expect(ids).toEqual(['request', 'outer', 'inner', 'innermost', 'explain', 'response'])
  })

  test('of other processes too, in whichever order they come', () => {
    const launcher = recorderOf()
    const [asker, owner] = [1, 2].map((n) => recorderOf({ keep: 0, firstExchange: n * 100 }))
    for (const child of [asker!, owner!]) child.onEvent(launcher.adopt)
    const trace = begin(asker!)
    owner!.hop(hopOf({ id: 'inner', parent: 'outer' }))
    expect(launcher.events()).toEqual([])
    asker!.hop(hopOf({ id: 'outer', parent: trace }))
    trace.answered(answer)
    owner!.hop(hopOf({ id: 'late', parent: 'outer' }))
    const ids = launcher.events().map((event) => (event.kind === 'hop' ? event.id : event.kind))
    expect(ids).toEqual(['request', 'outer', 'inner', 'explain', 'response', 'late'])
    expect(asker!.events()).toEqual([])
  })

  test('say why they were refused', () => {
    const recorder = recorderOf()
    const refusal = {
      code: 'ExpiredToken',
      status: 403,
      message: 'The token is over',
      fault: 'Sender' as const,
      members: {},
      headers: {},
      detail: {},
    }
    recorder.hop(hopOf({ outcome: 'Refused', answer: undefined, refusal }))
    expect(recorder.events()[0]).toMatchObject({
      outcome: 'Refused',
      refusal: { code: 'ExpiredToken', message: 'The token is over' },
    })
  })
})

describe('observers only', () => {
  test('a listener that breaks is not called again, and nobody else notices', () => {
    const recorder = recorderOf()
    let calls = 0
    const heard: RecordedEvent[] = []
    recorder.onEvent(() => {
      calls++
      throw new Error('a page went away')
    })
    const stop = recorder.onEvent((event) => heard.push(event))
    recorder.clock(0, 1)
    recorder.clock(1, 2)
    stop()
    recorder.clock(2, 3)
    expect({ calls, heard: heard.length }).toEqual({ calls: 1, heard: 2 })
  })

  test('what cannot be shown is a failure of the recording, not of the request', () => {
    const recorder = recorderOf()
    const trace = begin(recorder)
    const endless: Record<string, unknown> = {}
    endless['itself'] = endless
    trace.explain('policy', endless)
    trace.explain('policy', {
      get broken() {
        throw new Error('no value')
      },
    })
    trace.answered(answer)
    expect(shown(recorder.events())).toEqual([
      'request',
      'explain failure',
      'explain failure',
      'explain pipeline',
      'response',
    ])
  })
})

test('after clear nothing of what was under way is written', () => {
  const recorder = recorderOf()
  const trace = begin(recorder)
  trace.explain('identify', {})
  recorder.clear()
  trace.answered(answer)
  recorder.hop(hopOf({ parent: trace }))
  expect(recorder.events()).toEqual([])
  begin(recorder).answered(answer)
  expect(shown(recorder.events())[0]).toBe('request')
})

test('a failure outside of any request shows where it broke', () => {
  const recorder = recorderOf()
  recorder.failure(new TypeError('x is not a function'))
  expect(recorder.events()[0]).toMatchObject({ exchange: 0, topic: 'failure' })
  expect(JSON.stringify(recorder.events()[0])).toContain('recorder.test.ts')
})
