import { describe, expect, test } from 'vitest'
import { createEventRing } from '#kernel/trace/eventRing.ts'
import type { RecordedEvent } from '#kernel/trace/recording.ts'

const eventOf = (seq: number, text = ''): RecordedEvent => ({
  v: 1,
  seq,
  at: 0,
  hostAt: 0,
  kind: 'explain',
  exchange: seq,
  topic: 'test',
  data: { text },
})

const seqsOf = (events: readonly RecordedEvent[]) => events.map(({ seq }) => seq)

describe('the recording keeps', () => {
  test('events as they were written, of any letters and any size', () => {
    const ring = createEventRing(100)
    const texts = ['', 'línea\n“dos”', '🙂'.repeat(1000), 'x'.repeat(300_000), 'after']
    const events = texts.map((text, index) => eventOf(index, text))
    for (const event of events) ring.add(event)
    expect(ring.events()).toEqual(events)
  })

  test('the last of them, in order, however many came before', () => {
    const ring = createEventRing(500)
    const text = 'x'.repeat(2000)
    for (let seq = 0; seq < 5000; seq++) {
      ring.add(eventOf(seq, text))
      if (seq % 617 === 0) {
        const kept = seqsOf(ring.events())
        expect(kept.length).toBeGreaterThanOrEqual(Math.min(seq + 1, 500))
        expect(kept).toEqual(kept.map((_, index) => seq - kept.length + 1 + index))
      }
    }
    expect(ring.events().length).toBeLessThan(1000)
  })

  test('events larger than those whose place they take', () => {
    const ring = createEventRing(10)
    for (let seq = 0; seq < 40; seq++) ring.add(eventOf(seq, 'x'.repeat(100_000 + seq * 10_000)))
    const last = ring.events().at(-1)
    expect(last).toEqual(eventOf(39, 'x'.repeat(490_000)))
  })

  test('a note in place of an event that is no plain data', () => {
    const ring = createEventRing(10)
    ring.add({ ...eventOf(7), data: { count: 1n } } as RecordedEvent)
    expect(ring.events()).toMatchObject([{ seq: 7, kind: 'explain', topic: 'failure' }])
  })

  test('nothing of what came before it was cleared', () => {
    const ring = createEventRing(10)
    ring.add(eventOf(1))
    ring.clear()
    ring.add(eventOf(2))
    expect(seqsOf(ring.events())).toEqual([2])
  })
})
