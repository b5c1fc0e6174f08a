/** Every reason that a finding can give, as a key that the texts of each language explain. */
export const reasonKeys = [
  'actionMatches',
  'noActionMatches',
  'actionExcluded',
  'actionNotExcluded',
  'resourceMatches',
  'noResourceMatches',
  'resourceExcluded',
  'resourceNotExcluded',
  'principalMatches',
  'principalMatchesRole',
  'principalMatchesAccount',
  'principalMatchesEveryone',
  'noPrincipalMatches',
  'principalExcluded',
  'principalNotExcluded',
  'boundaryDefeatsNotPrincipal',
  'conditionHolds',
  'conditionFails',
  'contextKeyAbsent',
  'contextKeyAbsentHolds',
] as const

export type ReasonKey = (typeof reasonKeys)[number]
