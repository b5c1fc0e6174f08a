/** The SCP that Organizations attaches to the root, every OU and every account: what is not denied may pass. */
import type { PolicyDocument } from '../evaluationInput.ts'
import { documentText } from './managedPolicy.ts'

export const FullAWSAccess = {
  name: 'FullAWSAccess',
  policyId: 'p-FullAWSAccess',
  arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
  description: 'Allows access to every operation',
  document: documentText([{ Effect: 'Allow', Action: '*', Resource: '*' }]),
} as const satisfies PolicyDocument & Record<string, string>
