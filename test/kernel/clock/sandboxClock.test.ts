import { describe, expect, test } from 'vitest'
import { createSandboxClock } from '#kernel/clock/sandboxClock.ts'

const START = Date.UTC(2026, 10, 24)

function clockAt(start: number) {
  let host = start
  const clock = createSandboxClock({ host: () => host })
  const hostPasses = (ms: number) => {
    host += ms
  }
  return { clock, hostPasses }
}

describe('the clock of a sandbox', () => {
  test('runs with the host and shows the host time until it is moved', () => {
    const { clock, hostPasses } = clockAt(START)
    hostPasses(250)
    expect(clock.now()).toBe(START + 250)
    expect(clock.host()).toBe(START + 250)
    expect(clock.offset()).toBe(0)
  })

  test('reads the time of the machine by default', () => {
    const before = Date.now()
    const now = createSandboxClock().now()
    expect(now).toBeGreaterThanOrEqual(before)
    expect(now).toBeLessThanOrEqual(Date.now())
  })

  test('keeps running from where it was moved to', async () => {
    const { clock, hostPasses } = clockAt(START)
    await clock.advance(3_600_000)
    hostPasses(5)
    expect(clock.now()).toBe(START + 3_600_005)
    expect(clock.offset()).toBe(3_600_000)
    await clock.set(START + 7_200_000)
    expect(clock.now()).toBe(START + 7_200_000)
    expect(clock.offset()).toBe(7_199_995)
  })

  test.each([-1, Number.NaN, Number.NEGATIVE_INFINITY])('refuses to advance by %s', async (ms) => {
    const { clock } = clockAt(START)
    await expect(clock.advance(ms)).rejects.toThrow('only moves forward')
    expect(clock.now()).toBe(START)
  })

  test('refuses an instant before now, and one that no date can show', async () => {
    const { clock } = clockAt(START)
    await expect(clock.set(START - 1)).rejects.toThrow('only moves forward')
    await expect(clock.advance(8.64e15)).rejects.toThrow('cannot show')
    await expect(clock.advance(Number.POSITIVE_INFINITY)).rejects.toThrow('cannot show')
    expect(clock.now()).toBe(START)
  })

  test('goes back only to an offset of before, with the snapshot taken then', async () => {
    const { clock } = clockAt(START)
    await clock.advance(60_000)
    const offset = clock.offset()
    await clock.advance(60_000)
    const seen: number[] = []
    clock.onMove((now) => void seen.push(now))
    await clock.restore(offset)
    expect(clock.now()).toBe(START + 60_000)
    expect(seen).toEqual([START + 60_000])
  })

  test('tells its listeners in order, one after the other, before advance resolves', async () => {
    const { clock } = clockAt(START)
    const seen: string[] = []
    clock.onMove(async (now) => {
      await Promise.resolve()
      seen.push(`slow ${now - START}`)
    })
    clock.onMove((now) => void seen.push(`fast ${now - START}`))
    await clock.advance(10)
    expect(seen).toEqual(['slow 10', 'fast 10'])
  })

  test('stops telling a listener that left, and only that one', async () => {
    const { clock } = clockAt(START)
    let told = 0
    const listener = () => void told++
    const leave = clock.onMove(listener)
    clock.onMove(listener)
    leave()
    leave()
    await clock.advance(1)
    expect(told).toBe(1)
  })

  test('tells all listeners even if one fails, and then fails', async () => {
    const { clock } = clockAt(START)
    let told = 0
    clock.onMove(() => {
      throw new Error('first')
    })
    clock.onMove(() => void told++)
    await expect(clock.advance(1)).rejects.toThrow('first')
    clock.onMove(() => Promise.reject(new Error('second')))
    await expect(clock.advance(1)).rejects.toBeInstanceOf(AggregateError)
    expect(told).toBe(2)
    expect(clock.now()).toBe(START + 2)
  })
})
