/** The operations of Identity Center's two APIs. */
import { createToken } from './createToken.ts'
import { getRoleCredentials } from './getRoleCredentials.ts'
import { listAccountRoles } from './listAccountRoles.ts'
import { listAccounts } from './listAccounts.ts'
import { logout } from './logout.ts'
import { registerClient } from './registerClient.ts'
import { startDeviceAuthorization } from './startDeviceAuthorization.ts'

export const ssoOidcOperations = [registerClient, startDeviceAuthorization, createToken]

export const ssoOperations = [listAccounts, listAccountRoles, getRoleCredentials, logout]
