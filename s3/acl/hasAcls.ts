/** Whether ACLs count in a bucket: only where somebody has turned them on since it was made. */
import type { BucketAccess } from '../state.ts'

export const hasAcls = ({ ownership }: BucketAccess): boolean => ownership !== 'BucketOwnerEnforced'
