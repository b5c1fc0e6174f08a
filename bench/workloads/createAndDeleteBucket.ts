/** W8: two changes of state under one account's lock; each counts as a request. */
import type { Workload } from './workload.ts'

export const createAndDeleteBucket: Workload = {
  id: 'W8',
  name: 'Create+DeleteBucket',
  before: [],
  calls: (turn) => {
    const path = `/bench-${turn}`
    return [
      { service: 's3', method: 'PUT', path },
      { service: 's3', method: 'DELETE', path },
    ]
  },
}
