/** STS's operations. */
import { assumeRole } from './assumeRole.ts'
import { assumeRoleWithSAML } from './assumeRoleWithSAML.ts'
import { getCallerIdentity } from './getCallerIdentity.ts'

export const operations = [assumeRole, assumeRoleWithSAML, getCallerIdentity]
