/**
 * The ports: everything that services ask each other and that is internal in AWS. Their owners' names are
 * the one place where the kernel knows services by name. What is public API is called over HTTP instead.
 */
import { Kind, type Static, type TSchema, Type, TypeRegistry } from '@sinclair/typebox'
import { Caller, FederatedCaller } from './caller.ts'
import { Decision } from './decision.ts'
import { Dictionary } from './dictionary.ts'
import { isExplainedLater } from './explainedLater.ts'
import { definePort } from './port.ts'
import type { Statement } from './statement.ts'

const AccountId = Type.String({ pattern: '^[0-9]{12}$' })
const Context = Dictionary(Type.Array(Type.String()))
const PolicyText = Type.Object({
  name: Type.String(),
  arn: Type.Optional(Type.String()),
  document: Type.String(),
})

/** Users and roles that a policy named when it was written, with the unique ids that they had. */
const NamedPrincipals = Type.Array(Type.Object({ arn: Type.String(), id: Type.String() }))

/** Whose key is this? Answers the caller; beside it, sealed, the key that signs for one day, region and service. */
export const credentials = definePort({
  name: 'credentials',
  owner: 'iam',
  methods: {
    resolveCaller: {
      repeatable: true,
      sensitive: ['sessionToken'],
      ask: Type.Object({
        accessKeyId: Type.String(),
        sessionToken: Type.Optional(Type.String()),
        scope: Type.Object({
          date: Type.String({ pattern: '^[0-9]{8}$' }),
          region: Type.String(),
          service: Type.String(),
        }),
      }),
      answer: Caller,
      secret: Type.Uint8Array({ minByteLength: 32, maxByteLength: 32 }),
    },
  },
})

/** A caller as it is passed on: a statement of IAM or STS, or nobody. An asker's own idea of a caller is not believed. */
export type GivenCaller = string | Statement<Caller> | { readonly type: 'Anonymous' }

const Check = Type.Object({
  action: Type.String(),
  /** An ARN or `*`. */
  resource: Type.String(),
  /** Condition keys of this check alone. */
  context: Type.Optional(Context),
  resourcePolicy: Type.Optional(
    Type.Object({ ...PolicyText.properties, principals: Type.Optional(NamedPrincipals) }),
  ),
  resourceAccountId: Type.Optional(AccountId),
})

const AuthorizeAsk = Type.Object({
  caller: Type.Unsafe<GivenCaller>(Type.Union([Type.String(), Type.Object({})])),
  /** Condition keys common to all checks of the request. */
  context: Context,
  /** DeleteObjects asks about a thousand keys at once, each with and without a version. */
  checks: Type.Array(Check, { minItems: 1, maxItems: 2048 }),
})
type AuthorizeAsk = Static<typeof AuthorizeAsk>

/** Only the local carrier hands over decisions whose findings are not written yet; on the wire all are. */
TypeRegistry.Set('ExplainedLater', (_, value) => isExplainedLater(value))
const GivenDecision = Type.Unsafe<Decision>(
  Type.Union([Type.Unsafe<Decision>({ [Kind]: 'ExplainedLater' }), Decision]),
)

const AuthorizeAnswer = Type.Object({ decisions: Type.Array(GivenDecision, { minItems: 1 }) })
type AuthorizeAnswer = Static<typeof AuthorizeAnswer>

/** INVARIANT: one decision per check, in their order: a missing one must never read as an allow. */
const decideEveryCheck = ({ checks }: AuthorizeAsk, { decisions }: AuthorizeAnswer): boolean =>
  decisions.length === checks.length &&
  checks.every(
    ({ action, resource }, i) =>
      decisions[i]!.action === action && decisions[i]!.resource === resource,
  )

/** May they? On the ARN of a role its trust policy is evaluated. */
export const authorization = definePort({
  name: 'authorization',
  owner: 'iam',
  methods: {
    authorize: {
      repeatable: true,
      ask: AuthorizeAsk,
      answer: AuthorizeAnswer,
      agrees: decideEveryCheck,
    },
  },
})

/** STS's word on a caller without credentials of AWS. No port: nobody asks for it, STS gives it to IAM with its `authorize`. */
export const federatedCaller = {
  issuer: 'sts',
  audience: 'iam',
  about: 'sts.federatedCaller',
  answer: FederatedCaller,
} as const

/** What STS must know of IAM's state to make a session. */
export const roles = definePort({
  name: 'roles',
  owner: 'iam',
  methods: {
    roleToAssume: {
      repeatable: true,
      ask: Type.Object({ roleArn: Type.String() }),
      answer: Type.Object({
        arn: Type.String(),
        roleId: Type.String(),
        name: Type.String(),
        path: Type.String(),
        accountId: AccountId,
        /** Seconds. */
        maxSessionDuration: Type.Integer(),
        tags: Dictionary(Type.String()),
      }),
    },
    /** Whether session policies are well-formed and exist; refused in AWS's words where not. */
    sessionPolicies: {
      repeatable: true,
      ask: Type.Object({
        accountId: AccountId,
        policy: Type.Optional(Type.String()),
        policyArns: Type.Array(Type.String()),
      }),
      answer: Type.Object({}),
    },
    samlProvider: {
      repeatable: true,
      ask: Type.Object({ arn: Type.String() }),
      answer: Type.Object({ arn: Type.String(), accountId: AccountId, metadata: Type.String() }),
    },
  },
})

const Negatable = <T extends TSchema>(values: T) => Type.Object({ negated: Type.Boolean(), values })

/** A statement as a service needs it that knows its own actions and resources. */
const StatementText = Type.Object({
  effect: Type.Union([Type.Literal('Allow'), Type.Literal('Deny')]),
  principal: Negatable(Type.Array(Type.Object({ type: Type.String(), name: Type.String() }))),
  action: Negatable(Type.Array(Type.String())),
  resource: Negatable(Type.Array(Type.String())),
  conditions: Type.Array(
    Type.Object({ operator: Type.String(), key: Type.String(), values: Type.Array(Type.String()) }),
  ),
})

/** Policies that other services keep on their resources: IAM's grammar, and whom they name. */
export const policies = definePort({
  name: 'policies',
  owner: 'iam',
  methods: {
    /** Refused (`MalformedPolicyDocument`) where the text is no policy of a resource, or names somebody who is not there. */
    readResourcePolicy: {
      repeatable: true,
      /** `accountId`: whose resource it is. */
      ask: Type.Object({ document: Type.String(), accountId: AccountId }),
      answer: Type.Object({ statements: Type.Array(StatementText), principals: NamedPrincipals }),
    },
    /** The text as it stands today: unique ids in the place of those who were deleted. */
    currentDocument: {
      repeatable: true,
      ask: Type.Object({ document: Type.String(), principals: NamedPrincipals }),
      answer: Type.Object({ document: Type.String() }),
    },
  },
})

/** Policies of an organization by level, from the root down; null where the account is in none. */
const Levels = Type.Union([
  Type.Array(
    Type.Object({
      /** `root`, an OU, the account. */
      level: Type.String(),
      policies: Type.Array(
        Type.Object({ name: Type.String(), arn: Type.String(), document: Type.String() }),
      ),
    }),
  ),
  Type.Null(),
])

/** What an organization lets its accounts do at most. */
export const guardrails = definePort({
  name: 'guardrails',
  owner: 'organizations',
  methods: {
    guardrailsFor: {
      repeatable: true,
      ask: Type.Object({ accountId: AccountId }),
      answer: Type.Object({
        organizationId: Type.Optional(Type.String()),
        /** `o-…/r-…/ou-…/`: the organization and the units down to the account. */
        path: Type.Optional(Type.String()),
        managementAccountId: Type.Optional(AccountId),
        isManagementAccount: Type.Boolean(),
        scps: Levels,
        rcps: Levels,
      }),
    },
  },
})
