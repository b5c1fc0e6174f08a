/**
 * sts:AssumeRoleWithSAML: trades an identity provider's word for a session of a role. The assertion is verified
 * before this (stages/authenticateAssertion.ts); here IAM judges the role's trust policy and the session is made.
 */
import type { AuthorizationCheck } from '#kernel/http/operation.ts'
import { operation, sts } from '../api.ts'
import { durationExceedsRole, expiredAssertion, notAuthorizedWithSaml } from '../errors.ts'
import type { AssumeRoleWithSAMLRequest } from '../model/shapes.ts'
import { newSession } from '../newSession.ts'
import { packedPolicySize } from '../packedPolicySize.ts'
import { isReservedBySso, parseRoleArn } from '../roleArn.ts'
import { identityStoreContext, type ProvedAssertion } from '../saml/provedAssertion.ts'
import { requestedTags, sessionTags, tagContext } from '../sessionTags.ts'

/** Seconds. */
const defaultDuration = 3_600

/** Only Identity Center may assume the roles that it made; its own signature says that it is it. */
const identityCenter = 'sso.amazonaws.com'

export const assumeRoleWithSAML = operation(sts.AssumeRoleWithSAML, {
  access: 'read',

  authorize: ({ input, caller, facts }) => {
    const proof = facts.proof as ProvedAssertion
    const role = parseRoleArn(input.RoleArn)
    const isFromIdentityCenter = caller.invokedBy === identityCenter
    if (role && isReservedBySso(role) && !isFromIdentityCenter)
      throw notAuthorizedWithSaml('only Identity Center may assume a role that it reserved')
    if (isFromIdentityCenter && !(role && isReservedBySso(role)))
      throw notAuthorizedWithSaml('Identity Center assumes reserved roles alone')
    if (!isOffered(input, proof))
      throw notAuthorizedWithSaml('the assertion does not name this role')
    return checks(input, proof)
  },

  deny: () => notAuthorizedWithSaml('the trust policy of the role does not allow it'),

  prepare: async ({ input, facts, hops, clock }) => {
    const { assertion } = facts.proof as ProvedAssertion
    const policyArns = (input.PolicyArns ?? []).map(({ arn }) => arn ?? '')
    const { accountId } = parseRoleArn(input.RoleArn)!
    const policy = input.Policy
    await hops.roles.sessionPolicies({
      accountId,
      policyArns,
      ...(policy !== undefined && { policy }),
    })
    const { statement } = await hops.roles.roleToAssume({ roleArn: input.RoleArn })
    const role = statement.body
    const asked = input.DurationSeconds ?? defaultDuration
    if (asked > role.maxSessionDuration) throw durationExceedsRole()
    return {
      role,
      policyArns,
      duration: cappedBySession(asked, assertion.sessionNotOnOrAfter, clock.now()),
    }
  },

  handle: ({
    input,
    caller,
    facts,
    prepared: { role, policyArns, duration },
    clock,
    ids,
    keys,
    explain,
  }) => {
    const proof = facts.proof as ProvedAssertion
    const { assertion, subject, sourceIdentity } = proof
    const requested = requestedOf(proof)
    const packed = packedPolicySize({ policy: input.Policy, policyArns, tags: requested.tags })
    const { tags, transitiveTagKeys } = sessionTags(requested, { tags: {} }, role.tags)
    const fromIdentityCenter = caller.invokedBy === identityCenter
    const { credentials, assumedRoleUser } = newSession(
      {
        role: { accountId: role.accountId, name: role.name, roleId: role.roleId, arn: role.arn },
        sessionName: proof.sessionName,
        duration,
        tags,
        more: {
          policyArns,
          transitiveTagKeys,
          chained: false,
          federatedProvider: proof.providerArn,
          context: { ...proof.context, ...(fromIdentityCenter && identityStoreContext(assertion)) },
          ...(input.Policy !== undefined && { policy: input.Policy }),
          ...(sourceIdentity !== undefined && { sourceIdentity }),
        },
      },
      { now: clock.now(), ids, tokenKey: keys.tokenKey },
    )
    explain('session', { role: role.arn, expires: credentials.Expiration.toISOString(), duration })
    return {
      Credentials: credentials,
      AssumedRoleUser: assumedRoleUser,
      Subject: assertion.nameId,
      SubjectType: subject.type,
      Issuer: assertion.issuer,
      Audience: assertion.recipient,
      NameQualifier: subject.nameQualifier,
      ...(packed !== undefined && { PackedPolicySize: packed }),
      ...(sourceIdentity !== undefined && { SourceIdentity: sourceIdentity }),
    }
  },

  audit: ({ input, output }) => {
    const account = parseRoleArn(input.RoleArn)?.accountId
    const where = account ? { account } : {}
    if (!output?.Credentials) return { ...where, requestParameters: requestOf(input) }
    const { AccessKeyId, Expiration } = output.Credentials
    return {
      ...where,
      requestParameters: requestOf(input),
      responseElements: {
        credentials: { accessKeyId: AccessKeyId, expiration: Expiration.toISOString() },
        assumedRoleUser: {
          assumedRoleId: output.AssumedRoleUser?.AssumedRoleId,
          arn: output.AssumedRoleUser?.Arn,
        },
        subject: output.Subject,
        subjectType: output.SubjectType,
        issuer: output.Issuer,
        audience: output.Audience,
        nameQualifier: output.NameQualifier,
      },
      resources: [
        { arn: input.RoleArn, ...(account && { accountId: account }), type: 'AWS::IAM::Role' },
        {
          arn: input.PrincipalArn,
          ...(account && { accountId: account }),
          type: 'AWS::IAM::SAMLProvider',
        },
      ],
    }
  },
})

/** The assertion itself is a key to the role for five minutes: it is in no record. */
const requestOf = (input: AssumeRoleWithSAMLRequest) => ({
  roleArn: input.RoleArn,
  principalArn: input.PrincipalArn,
  durationSeconds: input.DurationSeconds,
})

const isOffered = (
  { RoleArn, PrincipalArn }: AssumeRoleWithSAMLRequest,
  { roles }: ProvedAssertion,
) => roles.some(({ roleArn, providerArn }) => roleArn === RoleArn && providerArn === PrincipalArn)

const requestedOf = ({ requested: { tags, transitiveKeys } }: ProvedAssertion) =>
  requestedTags(
    Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    transitiveKeys,
  )

function checks(input: AssumeRoleWithSAMLRequest, proof: ProvedAssertion): AuthorizationCheck[] {
  const requested = requestedOf(proof)
  const { sourceIdentity } = proof
  const context = {
    ...proof.context,
    'sts:RoleSessionName': [proof.sessionName],
    ...(sourceIdentity !== undefined && { 'sts:SourceIdentity': [sourceIdentity] }),
    ...tagContext(requested),
  }
  const actions = [
    'sts:AssumeRoleWithSAML',
    ...(Object.keys(requested.tags).length > 0 ? ['sts:TagSession'] : []),
    ...(sourceIdentity !== undefined ? ['sts:SetSourceIdentity'] : []),
  ]
  const resourceAccountId = parseRoleArn(input.RoleArn)?.accountId
  return actions.map((action) => ({ action, resource: input.RoleArn, resourceAccountId, context }))
}

/** The provider's own session ends the role's: SessionNotOnOrAfter. */
function cappedBySession(asked: number, sessionEnd: number | undefined, now: number): number {
  if (sessionEnd === undefined) return asked
  const left = Math.floor((sessionEnd - now) / 1000)
  if (left <= 0) throw expiredAssertion('Response has expired', { check: 'sessionNotOnOrAfter' })
  return Math.min(asked, left)
}
