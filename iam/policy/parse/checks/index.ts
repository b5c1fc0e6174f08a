/** All checks, in AWS's order: of a policy with several faults the first is named. */
import { actionNames } from './actionNames.ts'
import { actionPresence } from './actionPresence.ts'
import type { Check } from './check.ts'
import { conditionDates } from './conditionDates.ts'
import { effectCase } from './effectCase.ts'
import { principalNames } from './principalNames.ts'
import { principalNegation } from './principalNegation.ts'
import { principalPresence } from './principalPresence.ts'
import { resourceLength } from './resourceLength.ts'
import { resourceNames } from './resourceNames.ts'
import { resourcePresence } from './resourcePresence.ts'
import { sidCharacters } from './sidCharacters.ts'
import { trustActions } from './trustActions.ts'
import { uniqueSids } from './uniqueSids.ts'

export const checks: readonly Check[] = [
  effectCase,
  conditionDates,
  resourceLength,
  uniqueSids,
  sidCharacters,
  principalPresence,
  principalNegation,
  actionPresence,
  resourcePresence,
  principalNames,
  resourceNames,
  trustActions,
  actionNames,
]
