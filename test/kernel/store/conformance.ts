/** What every store must do. Each adapter runs all of it: `describeStore('memory', open)`. */
import { describe } from 'vitest'
import { describeEntries } from './conformance/entries.ts'
import { describeHistories } from './conformance/histories.ts'
import { describeJournal } from './conformance/journal.ts'
import { describeOrder } from './conformance/order.ts'
import { describeSnapshots } from './conformance/snapshots.ts'
import { describeTransactions } from './conformance/transactions.ts'
import { describeWatch } from './conformance/watch.ts'
import type { OpenStore } from './storeFixture.ts'

export function describeStore(name: string, open: OpenStore): void {
  describe(`a store (${name})`, () => {
    describeEntries(open)
    describeOrder(open)
    describeTransactions(open)
    describeJournal(open)
    describeWatch(open)
    describeSnapshots(open)
    describeHistories(open)
  })
}
