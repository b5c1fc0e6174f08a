/**
 * Roles and providers that an AWS service made for itself: the account's administrators see them and may use
 * them, but only that service may change them, by a session of its own service-linked role.
 */
import type { Caller } from '#kernel/hops/caller.ts'
import { protectedRole, protectedSamlProvider, reservedPath } from '../errors.ts'
import { linkedRolePath, sso } from '../serviceLinkedRole.ts'
import type { Role, SamlProvider } from '../state.ts'

const LINKED = '/aws-service-role/'
const RESERVED = /^\/aws-reserved\/([^/]+)\//

/** Service-linked roles: nobody. Reserved ones: the service that made them. */
export function refuseProtectedRole(role: Role, caller: Caller): void {
  const service = RESERVED.exec(role.path)?.[1]
  const isFree = service === undefined ? role.linkedService === undefined : acts(caller, service)
  if (!isFree) throw protectedRole(role.name)
}

/** A role in such a path would be taken for a service's own: SCPs would not bind it. */
export function refuseReservedPath(path: string, caller: Caller): void {
  const lower = path.toLowerCase()
  if (lower.startsWith(LINKED)) throw reservedPath(path)
  if (!lower.startsWith('/aws-reserved/')) return
  const service = RESERVED.exec(path)?.[1]
  if (service === undefined || !acts(caller, service)) throw reservedPath(path)
}

const SSO_PROVIDER = /^AWSSSO_.*_DO_NOT_DELETE$/i

export function refuseProtectedProvider(name: SamlProvider['name'], caller: Caller): void {
  if (SSO_PROVIDER.test(name) && !acts(caller, sso.principal)) throw protectedSamlProvider(name)
}

/** A session of the service's own role in this account: such a role cannot be made by hand, so its ARN proves it. */
function acts({ type, accountId, session }: Caller, service: string): boolean {
  const own = `arn:aws:iam::${accountId}:role${linkedRolePath(service)}`
  return type === 'AssumedRole' && session?.roleArn?.startsWith(own) === true
}
