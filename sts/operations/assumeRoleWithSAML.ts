/**
 * sts:AssumeRoleWithSAML: trades an identity provider's word for a session of a role. The assertion is verified
 * before this (stages/authenticateAssertion.ts); here IAM judges the role's trust policy and the session is made.
 */
import { operation, sts } from '../api.ts'
import { assumptionChecks } from '../assumptionChecks.ts'
import { durationExceedsRole, expiredAssertion, notAuthorizedWithSaml } from '../errors.ts'
import type { AssumeRoleWithSAMLRequest } from '../model/shapes.ts'
import { newSession } from '../newSession.ts'
import { packedPolicySize } from '../packedPolicySize.ts'
import { isReservedBySso, parseRoleArn } from '../roleArn.ts'
import { identityStoreContext, type ProvedAssertion } from '../saml/provedAssertion.ts'
import { checkedSessionPolicies } from '../sessionPolicies.ts'
import { sessionRecord } from '../sessionRecord.ts'
import { inheritedTags, isTagged, requestedTags, sessionTags, tagContext } from '../sessionTags.ts'

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
    const policies = await checkedSessionPolicies(input, hops)
    const { statement } = await hops.roles.roleToAssume({ roleArn: input.RoleArn })
    const role = statement.body
    const asked = input.DurationSeconds ?? defaultDuration
    if (asked > role.maxSessionDuration) throw durationExceedsRole()
    return {
      role,
      ...policies,
      duration: cappedBySession(asked, assertion.sessionNotOnOrAfter, clock.now()),
    }
  },

  handle: ({ caller, facts, prepared, clock, ids, keys, explain }) => {
    const { role, policy, policyArns, duration } = prepared
    const proof = facts.proof as ProvedAssertion
    const { assertion, subject, sourceIdentity } = proof
    const requested = requestedOf(proof)
    const packed = packedPolicySize({ policy, policyArns, tags: requested.tags })
    const { tags, transitiveTagKeys } = sessionTags(requested, nothingInherited, role.tags)
    const fromIdentityCenter = caller.invokedBy === identityCenter
    const { credentials, assumedRoleUser } = newSession(
      {
        role,
        sessionName: proof.sessionName,
        duration,
        tags,
        more: {
          policyArns,
          transitiveTagKeys,
          chained: false,
          federatedProvider: proof.providerArn,
          context: { ...proof.context, ...(fromIdentityCenter && identityStoreContext(assertion)) },
          ...(policy !== undefined && { policy }),
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
    const accountId = parseRoleArn(input.RoleArn)?.accountId
    const common = { ...(accountId && { account: accountId }), requestParameters: requestOf(input) }
    if (!output?.Credentials) return common
    const { Subject, SubjectType, Issuer, Audience, NameQualifier } = output
    const owned = accountId === undefined ? {} : { accountId }
    return {
      ...common,
      responseElements: {
        ...sessionRecord(output),
        subject: Subject,
        subjectType: SubjectType,
        issuer: Issuer,
        audience: Audience,
        nameQualifier: NameQualifier,
      },
      resources: [
        { arn: input.RoleArn, ...owned, type: 'AWS::IAM::Role' },
        { arn: input.PrincipalArn, ...owned, type: 'AWS::IAM::SAMLProvider' },
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

/** Whom an identity provider speaks for comes without a session of AWS. */
const nothingInherited = inheritedTags({ tags: {} })

function checks({ RoleArn }: AssumeRoleWithSAMLRequest, proof: ProvedAssertion) {
  const requested = requestedOf(proof)
  return assumptionChecks({
    action: 'sts:AssumeRoleWithSAML',
    roleArn: RoleArn,
    sessionName: proof.sessionName,
    isTagged: isTagged(requested, nothingInherited),
    sourceIdentity: proof.sourceIdentity,
    context: { ...proof.context, ...tagContext(requested) },
  })
}

/** The provider's own session ends the role's: SessionNotOnOrAfter. */
function cappedBySession(asked: number, sessionEnd: number | undefined, now: number): number {
  if (sessionEnd === undefined) return asked
  const left = Math.floor((sessionEnd - now) / 1000)
  if (left <= 0) throw expiredAssertion('Response has expired', { check: 'sessionNotOnOrAfter' })
  return Math.min(asked, left)
}
