/** An ACL as the API shows it. */
import type { Grant } from '../model/shapes.ts'
import type { StoredAcl } from './storedAcl.ts'

export const shownAcl = (owner: string, acl: StoredAcl) => ({
  Owner: { ID: owner },
  Grants: acl.map(
    ({ grantee, permission: Permission }): Grant => ({
      Grantee:
        'id' in grantee
          ? { Type: 'CanonicalUser', ID: grantee.id }
          : { Type: 'Group', URI: grantee.uri },
      Permission,
    }),
  ),
})
