/** iam:CreateServiceLinkedRole: the role in which an AWS service acts in the account; AWS defines all of it. */
import { iam, operation } from '../api.ts'
import { serviceName } from '../checks/contextKeys.ts'
import { entityArn } from '../entityArn.ts'
import {
  linkedRoleTaken,
  notAServicePrincipal,
  notImplemented,
  suffixNotAllowed,
} from '../errors.ts'
import { requireRoom } from '../rules/accountQuotas.ts'
import {
  type LinkedService,
  linkedRolePath,
  linkedServices,
  newServiceLinkedRole,
} from '../serviceLinkedRole.ts'
import { nameKey, roles, scopeOf } from '../state.ts'
import { roleView } from '../views/roleView.ts'

export const createServiceLinkedRole = operation(iam.CreateServiceLinkedRole, {
  access: 'write',

  authorize: ({ input, caller: { accountId: account } }) => {
    const path = linkedRolePath(input.AWSServiceName)
    // Of a service that has none the name is unknown: nobody may, who may not for any name.
    const name = linkedServices.get(input.AWSServiceName)?.roleName ?? '*'
    const resource = entityArn({ account, type: 'role', path, name })
    return [
      {
        action: 'iam:CreateServiceLinkedRole',
        resource,
        context: serviceName(input, undefined),
      },
    ]
  },

  async handle({ input, caller: { accountId: account }, store, clock, ids }) {
    const service = linkedServiceNamed(input.AWSServiceName)
    if (input.CustomSuffix !== undefined) throw suffixNotAllowed(service.principal)
    const scope = scopeOf(account)
    const key = nameKey(service.roleName)
    if (await store.get(roles, scope, key)) throw linkedRoleTaken(service.roleName)
    await requireRoom(store, account, roles, 'RolesPerAccount')
    const { Description: description } = input
    const role = newServiceLinkedRole(service, { account, now: clock.now(), ids, description })
    await store.put(roles, scope, key, role)
    return { Role: await roleView(store, role) }
  },
})

const PRINCIPAL = /^[a-z0-9.-]+\.amazonaws\.com$/

function linkedServiceNamed(name: string): LinkedService {
  const service = linkedServices.get(name)
  if (service !== undefined) return service
  if (!PRINCIPAL.test(name)) throw notAServicePrincipal(name)
  throw notImplemented(`The service-linked role of ${name}`)
}
