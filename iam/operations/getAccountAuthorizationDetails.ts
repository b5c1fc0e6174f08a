/** iam:GetAccountAuthorizationDetails: users, groups, roles and policies with all that decides, in pages over all of them. */
import { iam, operation } from '../api.ts'
import { listCheck } from '../checks/listCheck.ts'
import { type DetailedEntity, detailedEntities } from '../lookup/detailedEntities.ts'
import { policyUses } from '../lookup/policyUses.ts'
import { pageOf } from '../page.ts'
import { nameKey } from '../state.ts'
import { authorizationDetails } from '../views/authorizationDetails.ts'

export const getAccountAuthorizationDetails = operation(iam.GetAccountAuthorizationDetails, {
  access: 'read',
  authorize: listCheck('iam:GetAccountAuthorizationDetails'),

  async handle({ input, caller: { accountId: account }, store }) {
    const { Filter: types = [] } = input
    const uses = await policyUses(store, account)
    const all = await detailedEntities(store, account, uses)
    const asked = all.filter(({ type }) => types.length === 0 || types.includes(type))
    const { items, position } = pageOf(asked, keyOf, input)
    const details = await authorizationDetails({ read: store, account, uses }, items)
    return { ...details, ...position }
  },
})

const ORDER = ['User', 'Group', 'Role', 'LocalManagedPolicy', 'AWSManagedPolicy'] as const

const keyOf = ({ type, entity }: DetailedEntity): string =>
  `${ORDER.indexOf(type)}/${nameKey(entity.name)}`
