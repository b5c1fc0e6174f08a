/** The services, one row each: data only. Read it first: it says who answers what, and where. */
import type { RegistryRow } from '#kernel/http/registry.ts'

const none = { signingNames: [], targets: [], paths: [], unsignedActions: [], hosts: [] } as const

/** Ports follow from `--port`: the parties of the flow from +4, further services from +14 in this order. */
export const registry: readonly RegistryRow[] = [
  { ...none, name: 'idp', portOffset: 4 },
  {
    ...none,
    name: 'identity-center',
    portOffset: 5,
    signingNames: ['sso-oauth', 'awsssoportal'],
    paths: [
      '/client/register',
      '/device_authorization',
      '/token',
      '/assignment/accounts',
      '/assignment/roles',
      '/federation/credentials',
      '/logout',
    ],
    hosts: ['oidc', 'portal'],
  },
  {
    ...none,
    name: 'sts',
    portOffset: 6,
    signingNames: ['sts'],
    unsignedActions: ['AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity'],
    hosts: ['sts'],
  },
  { ...none, name: 'iam', portOffset: 7, signingNames: ['iam'], hosts: ['iam'] },
  { ...none, name: 's3', portOffset: 8, signingNames: ['s3'], hosts: ['s3'], fallback: true },
  { ...none, name: 'organizations', portOffset: 14 },
]

export const gatewayOffset = 0
export const controlOffset = -1
