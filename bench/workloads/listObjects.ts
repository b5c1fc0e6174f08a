/** W7: a page of a thousand keys out of ten thousand, from anywhere among them. */
import type { Workload } from './workload.ts'

const bucket = '/bench-list'
const keys = 10_000
const pageSize = 1_000

const keyAt = (index: number): string => `key-${String(index).padStart(5, '0')}`

/** Pages begin here and there, so that no answer is the one before. */
const pageStart = (turn: number): string => keyAt((turn * 613) % (keys - pageSize - 1))

export const listObjects: Workload = {
  id: 'W7',
  name: 'ListObjectsV2, 1,000 of 10,000',
  before: [{ service: 's3', method: 'PUT', path: bucket }],
  filling: Array.from({ length: keys }, (_, index) => ({
    service: 's3',
    method: 'PUT',
    path: `${bucket}/${keyAt(index)}`,
    body: Buffer.from('sixteen bytes it'),
  })),
  calls: (turn) => [
    {
      service: 's3',
      method: 'GET',
      path: bucket,
      query: `list-type=2&start-after=${pageStart(turn)}`,
    },
  ],
  requests: { 1: 150, 32: 320 },
}
