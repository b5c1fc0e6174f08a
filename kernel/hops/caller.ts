/** Who is calling, as IAM (or, for federated callers, STS) proves it: the body of a caller statement. */
import { type Static, Type } from '@sinclair/typebox'
import { deepFreeze } from './deepFreeze.ts'
import { Dictionary } from './dictionary.ts'

const Strings = Dictionary(Type.String())

/** Facts of temporary credentials, out of the sealed session token. Times are epoch seconds. */
export const Session = Type.Object({
  issuedAt: Type.Integer(),
  expiresAt: Type.Integer(),
  sessionName: Type.String(),
  /** Access keys that it was made with, the nearest first: of a session made with a session, that one's too. */
  makerKeyIds: Type.Optional(Type.Array(Type.String())),
  roleArn: Type.Optional(Type.String()),
  roleId: Type.Optional(Type.String()),
  sourceIdentity: Type.Optional(Type.String()),
  /** When MFA was done, if it was. */
  mfaAt: Type.Optional(Type.Integer()),
  /** Inline session policy, as given. */
  policy: Type.Optional(Type.String()),
  policyArns: Type.Array(Type.String()),
  transitiveTagKeys: Type.Array(Type.String()),
  /** Made with other temporary credentials: at most one hour. */
  chained: Type.Boolean(),
  /** ARN of the SAML or OIDC provider, or its name, for `aws:FederatedProvider`. */
  federatedProvider: Type.Optional(Type.String()),
  /** Keys that live as long as the session: `saml:sub`, `identitystore:UserId` … */
  context: Dictionary(Type.Array(Type.String())),
})
export type Session = Static<typeof Session>

export const Caller = Type.Object({
  type: Type.Union([
    Type.Literal('Root'),
    Type.Literal('IAMUser'),
    Type.Literal('AssumedRole'),
    Type.Literal('FederatedUser'),
    Type.Literal('SAMLUser'),
    Type.Literal('WebIdentityUser'),
    Type.Literal('AWSService'),
    Type.Literal('Anonymous'),
  ]),
  /** '' for Anonymous and AWSService. */
  accountId: Type.String(),
  /** `arn:aws:iam::…:user/…`, `arn:aws:sts::…:assumed-role/…`; the service's DNS name for AWSService. */
  arn: Type.String(),
  /** GetCallerIdentity's UserId, `aws:userid`. */
  userId: Type.String(),
  userName: Type.Optional(Type.String()),
  accessKeyId: Type.Optional(Type.String()),
  /** `aws:PrincipalTag/…`. */
  tags: Strings,
  session: Type.Optional(Session),
  /** `sso.amazonaws.com` where an AWS service calls, or calls on someone's behalf. */
  invokedBy: Type.Optional(Type.String()),
})
export type Caller = Static<typeof Caller>

/** Nobody: a request without credentials. */
export const anonymous: Caller & { readonly type: 'Anonymous' } = deepFreeze({
  type: 'Anonymous',
  accountId: '',
  arn: '*',
  userId: '',
  tags: {},
})

/** Principals that STS alone vouches for: they hold no credentials of AWS when they call. */
export const FederatedCaller = Type.Object({
  ...Caller.properties,
  type: Type.Union([
    Type.Literal('SAMLUser'),
    Type.Literal('WebIdentityUser'),
    Type.Literal('AWSService'),
  ]),
})
export type FederatedCaller = Static<typeof FederatedCaller>
