import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createExchangeRing } from '#kernel/trace/exchangeRing.ts'
import type { RecordedEvent } from '#kernel/trace/recording.ts'

let seq = 0
const event = (parts: object): RecordedEvent => ({ v: 1, seq: ++seq, ...parts }) as RecordedEvent
const request = (exchange: number) => event({ kind: 'request', exchange })
const response = (exchange: number) => event({ kind: 'response', exchange })
const hop = (exchange: number, id: string, of: { parent?: number; within?: string }) =>
  event({ kind: 'hop', exchange, id, ...of })

function kept(capacity: number, events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const ring = createExchangeRing(capacity)
  for (const each of events) ring.add(each)
  return ring.events()
}

describe('a recording keeps whole exchanges', () => {
  test('the oldest falls out with its answer, its findings and its hops', () => {
    const first = [
      request(1),
      hop(2, 'a', { parent: 1 }),
      event({ kind: 'explain', exchange: 1 }),
      event({ kind: 'audit', exchange: 1 }),
      response(1),
    ]
    const second = [request(3), hop(4, 'b', { parent: 3 }), response(3)]
    const third = [request(5), response(5)]
    expect(kept(2, [...first, ...second, ...third])).toEqual([...second, ...third])
  })

  test('what comes late for one that fell out is not kept', () => {
    const events = [request(1), request(2), response(1), hop(3, 'a', { parent: 1 }), response(2)]
    expect(kept(1, events)).toEqual([events[1], events[4]])
  })

  test('a question that was asked to answer another stays with the request of that one', () => {
    const asked = [
      request(1),
      hop(3, 'outer', { parent: 1 }),
      hop(2, 'inner', { within: 'outer' }),
      hop(4, 'late', { within: 'inner' }),
      response(1),
    ]
    expect(kept(1, asked)).toEqual(asked)
    expect(kept(1, [...asked, request(9)]).map(({ kind }) => kind)).toEqual(['request'])
  })

  test('questions of a worker are exchanges by themselves', () => {
    const events = [hop(1, 'a', {}), hop(2, 'b', {}), hop(3, 'c', {})]
    expect(kept(2, events)).toEqual(events.slice(1))
  })

  test('moves of the clock and failures are of no exchange, and bounded too', () => {
    const events = [
      event({ kind: 'explain', exchange: 0, topic: 'failure' }),
      request(1),
      event({ kind: 'clock' }),
      event({ kind: 'step' }),
    ]
    expect(kept(2, events)).toEqual(events.slice(1))
  })

  test('they come out in the order in which they were written', () => {
    const events = [request(1), request(2), response(1), event({ kind: 'clock' }), response(2)]
    expect(kept(5, events)).toEqual(events)
  })

  test('whatever comes in, no more requests than it may hold come out, each with all that was kept of it', () => {
    const step = fc.record({
      exchange: fc.integer({ min: 1, max: 8 }),
      kind: fc.constantFrom('request', 'response', 'explain', 'hop'),
      parent: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
      within: fc.option(fc.constantFrom('1', '2', '3', 'x'), { nil: undefined }),
      id: fc.constantFrom('1', '2', '3', '4'),
    })
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 60 }),
        fc.integer({ min: 1, max: 4 }),
        (steps, capacity) => {
          const out = kept(capacity, steps.map(event))
          const requests = new Set(
            out
              .filter(({ kind }) => kind === 'request')
              .map((each) => (each as { exchange: number }).exchange),
          )
          expect(requests.size).toBeLessThanOrEqual(capacity)
          for (const each of out)
            if (each.kind === 'response' || each.kind === 'explain')
              expect(requests.has(each.exchange) || hopsOf(out).has(each.exchange)).toBe(true)
          expect(out.map((each) => each.seq)).toEqual(
            [...out].map((each) => each.seq).sort((a, b) => a - b),
          )
        },
      ),
    )
  })
})

const hopsOf = (events: readonly RecordedEvent[]) =>
  new Set(events.flatMap((each) => (each.kind === 'hop' ? [each.exchange] : [])))

test('cleared, it is as new', () => {
  const ring = createExchangeRing(3)
  for (const each of [request(1), hop(2, 'a', { parent: 1 }), event({ kind: 'clock' })])
    ring.add(each)
  ring.clear()
  ring.add(response(1))
  ring.add(hop(3, 'b', { within: 'a' }))
  expect(ring.events()).toEqual([])
})
