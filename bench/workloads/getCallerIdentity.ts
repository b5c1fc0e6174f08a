/** W1: the shortest way through a service: one signature, one question to IAM, no policy. */
import { form, type Workload } from './workload.ts'

const call = {
  service: 'sts',
  ...form({ Action: 'GetCallerIdentity', Version: '2011-06-15' }),
} as const

export const getCallerIdentity: Workload = {
  id: 'W1',
  name: 'GetCallerIdentity',
  before: [],
  calls: () => [call],
}
