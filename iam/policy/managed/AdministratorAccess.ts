/** AWS managed policy: everything. */
import { managedPolicy } from './managedPolicy.ts'

export const AdministratorAccess = managedPolicy({
  name: 'AdministratorAccess',
  policyId: 'ANPAIWMBCKSKIEE64ZLYK',
  description: 'Provides full access to AWS services and resources.',
  defaultVersionId: 'v1',
  createDate: '2015-02-06T18:39:46Z',
  updateDate: '2015-02-06T18:39:46Z',
  statements: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
})
