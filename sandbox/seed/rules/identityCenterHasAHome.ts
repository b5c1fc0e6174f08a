/** Identity Center's instance lives in an account of the seed. */
import type { SeedRule } from './seedRule.ts'
import { unknownName } from './unknownName.ts'

export const identityCenterHasAHome: SeedRule = ({ accounts, identityCenter }) =>
  identityCenter
    ? unknownName(
        'noAccount',
        { name: identityCenter.accountId, path: 'identityCenter.accountId' },
        accounts.map(({ id }) => id),
      )
    : []
