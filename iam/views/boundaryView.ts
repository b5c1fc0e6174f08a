/** A permissions boundary as answers show it. */
import type { AttachedPermissionsBoundary } from '../model/shapes.ts'
import type { Principal } from '../state.ts'

export function boundaryView({
  permissionsBoundary,
}: Principal): AttachedPermissionsBoundary | undefined {
  if (permissionsBoundary === undefined) return undefined
  return {
    PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
    PermissionsBoundaryArn: permissionsBoundary,
  }
}
