/** What clients of a sandbox are set up with: where each API answers, who may enter which account, the first key. */
import type { AccessKey } from './sandbox.ts'

export interface ClientProfiles {
  /** URL of the gateway. */
  readonly endpoint: string
  readonly apis: readonly ApiEndpoint[]
  /** Where the seed sets up Identity Center. */
  readonly directory?: PortalDirectory
  /** The first key of the seed. */
  readonly admin: AccessKey | null
}

/** One API that is served, by the name and version of its model. */
export interface ApiEndpoint {
  readonly name: string
  readonly version: string
  readonly endpoint: string
}

export interface PortalDirectory {
  readonly startUrl: string
  readonly region: string
  /** User names of the people who can sign in. */
  readonly users: readonly string[]
  readonly roles: readonly PortalRole[]
}

/** A permission set in an account in which it is assigned. */
export interface PortalRole {
  readonly accountId: string
  readonly accountName: string
  readonly permissionSet: string
  /** User names of those who may take it. */
  readonly users: readonly string[]
}
