import { expect, test } from 'vitest'
import type { RecordedEvent } from '#kernel/trace/recording.ts'
import { runSteps } from '#scenarios/engine/runSteps.ts'
import type { HopDefinition } from '#scenarios/engine/steps.ts'

const stamp = { v: 1, at: 0, hostAt: 0 } as const
const badge = (seq: number, exchange: number, bucket: string): RecordedEvent => ({
  ...stamp,
  seq,
  exchange,
  kind: 'explain',
  topic: 'badge',
  data: { badge: 'globalBucketNames', bucket },
})
const other: RecordedEvent = {
  ...stamp,
  seq: 9,
  exchange: 1,
  kind: 'explain',
  topic: 's3',
  data: {},
}

const hop = (n: number, exchanges: number[]): HopDefinition<undefined> => ({
  n,
  post: [],
  from: 'cli',
  to: 's3',
  operation: 'CreateBucket',
  find: () => ({ status: 200, checks: [], exchanges }),
})

test('a difference from AWS is told at the first hop that its exchange belongs to', async () => {
  const { hops } = await runSteps(
    [{ id: 'step', hops: [hop(1, [1]), hop(2, [1, 2]), hop(3, [1, 2])], act: async () => {} }],
    {
      world: undefined,
      recording: () => [badge(1, 1, 'one'), other, badge(2, 2, 'two'), badge(3, 3, 'three')],
      onHop: () => {},
    },
  )
  expect(hops.map(({ badges }) => badges)).toEqual([
    [{ badge: 'globalBucketNames', bucket: 'one' }],
    [{ badge: 'globalBucketNames', bucket: 'two' }],
    undefined,
  ])
})
