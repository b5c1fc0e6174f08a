/** The rules that no schema can say, in the order of the file. */
import { accessKeysAreUnique } from './accessKeysAreUnique.ts'
import { accountsAreUnique } from './accountsAreUnique.ts'
import { accountUsersAreUnique } from './accountUsersAreUnique.ts'
import { assignmentsNameWhatExists } from './assignmentsNameWhatExists.ts'
import { identityCenterHasAHome } from './identityCenterHasAHome.ts'
import { organizationAccountsExist } from './organizationAccountsExist.ts'
import { organizationalUnitsAreUnique } from './organizationalUnitsAreUnique.ts'
import { peopleAreUnique } from './peopleAreUnique.ts'
import { permissionSetsAreUnique } from './permissionSetsAreUnique.ts'
import { policiesFit } from './policiesFit.ts'
import { policyTargetsExist } from './policyTargetsExist.ts'
import type { SeedRule } from './seedRule.ts'
import { sessionDurationsAreAllowed } from './sessionDurationsAreAllowed.ts'
import { totpSecretsAreBase32 } from './totpSecretsAreBase32.ts'

export const rules: readonly SeedRule[] = [
  accountsAreUnique,
  accountUsersAreUnique,
  accessKeysAreUnique,
  organizationAccountsExist,
  organizationalUnitsAreUnique,
  policyTargetsExist,
  peopleAreUnique,
  totpSecretsAreBase32,
  identityCenterHasAHome,
  permissionSetsAreUnique,
  sessionDurationsAreAllowed,
  policiesFit,
  assignmentsNameWhatExists,
]
