/** Conformance: whatever is done, in whatever order, the store answers as a plain map would. */
import fc from 'fast-check'
import { describe, test } from 'vitest'
import { type OpenStore, openFixture } from '../storeFixture.ts'
import { newModel } from './model.ts'
import { expectSame, historyCommands } from './modelCommands.ts'

const HISTORIES = 1000

export function describeHistories(open: OpenStore): void {
  describe('any history', () => {
    test(`is that of a plain map (${HISTORIES} of them)`, async () => {
      const histories = fc.commands(historyCommands(), { maxCommands: 60, size: 'max' })
      await fc.assert(
        fc.asyncProperty(histories, async (commands) => {
          const model = newModel()
          const real = { ...(await openFixture(open)), snapshots: [] }
          await fc.asyncModelRun(() => ({ model, real }), commands)
          await expectSame(model, real)
        }),
        { numRuns: HISTORIES },
      )
    }, 120_000)
  })
}
