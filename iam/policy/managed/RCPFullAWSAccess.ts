/** The RCP that Organizations attaches everywhere and nobody can detach: RCPs only ever deny. */
import type { PolicyDocument } from '../evaluationInput.ts'
import { documentText } from './managedPolicy.ts'

export const RCPFullAWSAccess = {
  name: 'RCPFullAWSAccess',
  policyId: 'p-RCPFullAWSAccess',
  arn: 'arn:aws:organizations::aws:policy/resource_control_policy/p-RCPFullAWSAccess',
  description: 'Allows access to every resource',
  document: documentText([{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }]),
} as const satisfies PolicyDocument & Record<string, string>
