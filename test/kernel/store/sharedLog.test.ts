import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  appended,
  emptyLog,
  firstOf,
  itemsFrom,
  logSize,
  type SharedLog,
  withoutFirst,
} from '#kernel/store/sharedLog.ts'

const shown = (log: SharedLog<number>): number[] => itemsFrom(log, () => true, 1_000_000)

describe('a shared log', () => {
  test('keeps every state that was ever taken of it, on all its branches', () => {
    const steps = fc.array(
      fc.record({ from: fc.nat(), do: fc.constantFrom('append', 'append', 'append', 'drop') }),
      { maxLength: 80 },
    )
    fc.assert(
      fc.property(steps, (plan) => {
        const states: { log: SharedLog<number>; model: number[] }[] = [
          { log: emptyLog(), model: [] },
        ]
        for (const [n, step] of plan.entries()) {
          const { log, model } = states[step.from % states.length] ?? { log: emptyLog(), model: [] }
          if (step.do === 'append') states.push({ log: appended(log, n), model: [...model, n] })
          else if (model.length > 0) states.push({ log: withoutFirst(log), model: model.slice(1) })
        }
        for (const { log, model } of states) {
          expect(shown(log)).toEqual(model)
          expect(logSize(log)).toBe(model.length)
          expect(firstOf(log)).toBe(model[0])
        }
      }),
    )
  })

  test('finds the first item after a place, and no more than asked', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(50)),
        fc.nat(50),
        fc.integer({ min: -1, max: 9 }),
        (numbers, place, limit) => {
          const sorted = numbers.sort((a, b) => a - b)
          let log = emptyLog<number>()
          for (const number of sorted) log = appended(log, number)
          const expected = sorted.filter((number) => number > place).slice(0, Math.max(0, limit))
          expect(itemsFrom(log, (number) => number > place, limit)).toEqual(expected)
        },
      ),
    )
  })

  test('does not hold on to what it dropped long ago', () => {
    let log = emptyLog<number>()
    for (let n = 0; n < 100_000; n++) {
      log = appended(log, n)
      if (logSize(log) > 10) log = withoutFirst(log)
    }
    expect(shown(log)).toEqual([
      99_990, 99_991, 99_992, 99_993, 99_994, 99_995, 99_996, 99_997, 99_998, 99_999,
    ])
    expect(log.items.length).toBeLessThan(2100)
  })
})
