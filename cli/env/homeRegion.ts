/** The region that clients begin in: Identity Center's, else AWS's first. */
import type { ClientProfiles } from '#sandbox/clientProfiles.ts'

export const homeRegion = ({ directory }: ClientProfiles): string =>
  directory?.region ?? 'us-east-1'
