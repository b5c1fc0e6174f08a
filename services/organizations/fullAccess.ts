/** The policies that AWS attaches to the root, every OU and every account: without them nothing is allowed there. */
import type { OrganizationPolicy } from './state.ts'

const allowAll = (statement: object): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statement] })

export const fullAccessPolicies: readonly OrganizationPolicy[] = [
  {
    id: 'p-FullAWSAccess',
    arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
    name: 'FullAWSAccess',
    type: 'SCP',
    document: allowAll({ Effect: 'Allow', Action: '*', Resource: '*' }),
  },
  {
    id: 'p-RCPFullAWSAccess',
    arn: 'arn:aws:organizations::aws:policy/resource_control_policy/p-RCPFullAWSAccess',
    name: 'RCPFullAWSAccess',
    type: 'RCP',
    document: allowAll({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }),
  },
]
