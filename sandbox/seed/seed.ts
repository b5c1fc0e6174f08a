/** The seed file (YAML or JSON): the accounts, organization, people and permission sets that a sandbox starts with. */
import { type Static, Type } from '@sinclair/typebox'

const closed = { additionalProperties: false } as const
const AccountId = Type.String({ pattern: '^\\d{12}$', description: 'twelve digits, in quotes' })
const PolicyContent = Type.Record(Type.String(), Type.Unknown())
const Tags = Type.Record(Type.String(), Type.String())

export const SeedAccessKey = Type.Object(
  {
    accessKeyId: Type.String({ minLength: 4, maxLength: 128 }),
    secretAccessKey: Type.String({ minLength: 1 }),
  },
  closed,
)

export const SeedUser = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 64 }),
    policies: Type.Optional(Type.Array(Type.String())),
    inlinePolicy: Type.Optional(PolicyContent),
    permissionsBoundary: Type.Optional(Type.String()),
    tags: Type.Optional(Tags),
    accessKeys: Type.Optional(Type.Array(SeedAccessKey)),
  },
  closed,
)

export const SeedAccount = Type.Object(
  {
    id: AccountId,
    name: Type.String({ minLength: 1 }),
    email: Type.Optional(Type.String()),
    canonicalUserId: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
    rootAccessKey: Type.Optional(SeedAccessKey),
    users: Type.Optional(Type.Array(SeedUser)),
  },
  closed,
)

export const SeedOu = Type.Recursive(
  (Self) =>
    Type.Object(
      {
        name: Type.String({ minLength: 1 }),
        accounts: Type.Optional(Type.Array(AccountId)),
        ous: Type.Optional(Type.Array(Self)),
      },
      closed,
    ),
  { $id: 'SeedOu' },
)

export const SeedOrganization = Type.Object(
  {
    managementAccountId: AccountId,
    /** Accounts directly under the root. */
    accounts: Type.Optional(Type.Array(AccountId)),
    ous: Type.Optional(Type.Array(SeedOu)),
    policies: Type.Optional(
      Type.Array(
        Type.Object(
          {
            name: Type.String({ minLength: 1 }),
            type: Type.Union([Type.Literal('SCP'), Type.Literal('RCP')]),
            content: PolicyContent,
            /** `root`, the name of an OU, or an account's id. */
            targets: Type.Array(Type.String()),
          },
          closed,
        ),
      ),
    ),
  },
  closed,
)

export const SeedPerson = Type.Object(
  {
    userName: Type.String({ minLength: 1, maxLength: 128 }),
    password: Type.String({ minLength: 1 }),
    totpSecret: Type.Optional(Type.String()),
    givenName: Type.Optional(Type.String()),
    familyName: Type.Optional(Type.String()),
    groups: Type.Optional(Type.Array(Type.String())),
  },
  closed,
)

export const SeedPermissionSet = Type.Object(
  {
    name: Type.String({ pattern: '^[\\w+=,.@-]{1,32}$' }),
    sessionDuration: Type.Optional(Type.String()),
    managedPolicies: Type.Optional(Type.Array(Type.String())),
    inlinePolicy: Type.Optional(PolicyContent),
    permissionsBoundary: Type.Optional(Type.String()),
  },
  closed,
)

export const SeedAssignment = Type.Object(
  {
    account: AccountId,
    permissionSet: Type.String(),
    group: Type.Optional(Type.String()),
    user: Type.Optional(Type.String()),
  },
  closed,
)

export const SeedIdentityCenter = Type.Object(
  {
    accountId: AccountId,
    region: Type.Optional(Type.String({ pattern: '^[a-z0-9-]{1,32}$' })),
    permissionSets: Type.Optional(Type.Array(SeedPermissionSet)),
    assignments: Type.Optional(Type.Array(SeedAssignment)),
  },
  closed,
)

export const Seed = Type.Object(
  {
    accounts: Type.Array(SeedAccount),
    organization: Type.Optional(SeedOrganization),
    workforce: Type.Optional(Type.Object({ users: Type.Array(SeedPerson) }, closed)),
    identityCenter: Type.Optional(SeedIdentityCenter),
  },
  closed,
)

export type Seed = Static<typeof Seed>
export type SeedAccount = Static<typeof SeedAccount>
export type SeedUser = Static<typeof SeedUser>
export type SeedOrganization = Static<typeof SeedOrganization>
export type SeedPerson = Static<typeof SeedPerson>
export type SeedPermissionSet = Static<typeof SeedPermissionSet>
export type SeedAssignment = Static<typeof SeedAssignment>
