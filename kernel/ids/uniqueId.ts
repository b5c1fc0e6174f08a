/** IAM's unique ids (IAM User Guide, "IAM identifiers"): a prefix that says the kind, then 17 characters of base32. */
import type { Ids } from './ids.ts'

/** User, role, managed policy, policy version, group, instance profile, server certificate. */
export type UniqueIdPrefix = 'AIDA' | 'AROA' | 'ANPA' | 'ANVA' | 'AGPA' | 'AIPA' | 'ASCA'

const RANDOM_CHARACTERS = 17

export const makeUniqueId = (prefix: UniqueIdPrefix, ids: Ids): string =>
  prefix + ids.base32(RANDOM_CHARACTERS)
