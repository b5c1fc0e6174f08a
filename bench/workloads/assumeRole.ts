/** W2: the caller's policies and the role's trust policy, then a session sealed into a token. */
import { form, type Workload } from './workload.ts'

const account = '000000000000'

const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Action: 'sts:AssumeRole',
    },
  ],
})

const createRole = {
  service: 'iam',
  ...form({
    Action: 'CreateRole',
    Version: '2010-05-08',
    RoleName: 'bench',
    AssumeRolePolicyDocument: trust,
  }),
} as const

const call = {
  service: 'sts',
  ...form({
    Action: 'AssumeRole',
    Version: '2011-06-15',
    RoleArn: `arn:aws:iam::${account}:role/bench`,
    RoleSessionName: 'bench',
  }),
} as const

export const assumeRole: Workload = {
  id: 'W2',
  name: 'AssumeRole',
  before: [createRole],
  calls: () => [call],
}
