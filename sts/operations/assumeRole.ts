/**
 * sts:AssumeRole: trades the caller's identity for a session of a role.
 * IAM judges the caller's own policies and the role's trust policy; STS makes the session.
 */
import type { Caller } from '#kernel/hops/caller.ts'
import { operation, sts } from '../api.ts'
import { assumptionChecks } from '../assumptionChecks.ts'
import {
  durationExceedsChaining,
  durationExceedsRole,
  invalidRoleArn,
  mfaDeviceUnknown,
  mfaNeedsBoth,
  principalMayNot,
  providedContextsNotImplemented,
  rootMayNotAssume,
  sourceIdentityConflicts,
} from '../errors.ts'
import type { AssumeRoleRequest } from '../model/shapes.ts'
import { newSession } from '../newSession.ts'
import { packedPolicySize } from '../packedPolicySize.ts'
import { isLinkedTo, parseRoleArn } from '../roleArn.ts'
import { checkedSessionPolicies } from '../sessionPolicies.ts'
import { sessionRecord } from '../sessionRecord.ts'
import { inheritedTags, isTagged, requestedTags, sessionTags, tagContext } from '../sessionTags.ts'

/** Seconds. */
const defaultDuration = 3_600
const chainingLimit = 3_600

export const assumeRole = operation(sts.AssumeRole, {
  access: 'read',

  authorize: ({ input, caller }) => {
    refuseWhatIamIsNotAsked(input, caller)
    const { RoleArn, RoleSessionName, ExternalId } = input
    const requested = requestedTags(input.Tags, input.TransitiveTagKeys)
    return assumptionChecks({
      action: 'sts:AssumeRole',
      roleArn: RoleArn,
      sessionName: RoleSessionName,
      isTagged: isTagged(requested, inheritedTags(caller)),
      sourceIdentity: sourceIdentityOf(input, caller),
      context: {
        ...(ExternalId !== undefined && { 'sts:ExternalId': [ExternalId] }),
        ...tagContext(requested),
      },
    })
  },

  prepare: async ({ input, caller, hops }) => {
    const policies = await checkedSessionPolicies(input, hops)
    const { statement } = await hops.roles.roleToAssume({ roleArn: input.RoleArn })
    const duration = durationOf(input, caller, statement.body.maxSessionDuration)
    return { role: statement.body, ...policies, duration }
  },

  handle: ({ input, caller, prepared, clock, ids, keys, explain }) => {
    const { role, policy, policyArns, duration } = prepared
    const requested = requestedTags(input.Tags, input.TransitiveTagKeys)
    const inherited = inheritedTags(caller)
    const { tags, transitiveTagKeys } = sessionTags(requested, inherited, role.tags)
    const passed = { ...inherited.tags, ...requested.tags }
    const packed = packedPolicySize({ policy, policyArns, tags: passed })
    const sourceIdentity = sourceIdentityOf(input, caller)
    const { credentials, assumedRoleUser } = newSession(
      {
        role,
        sessionName: input.RoleSessionName,
        duration,
        tags,
        more: {
          policyArns,
          transitiveTagKeys,
          chained: caller.session !== undefined,
          context: {},
          makerKeyIds: makersOf(caller),
          ...(policy !== undefined && { policy }),
          ...(sourceIdentity !== undefined && { sourceIdentity }),
        },
        invokedBy: caller.type === 'AWSService' ? caller.invokedBy : undefined,
      },
      { now: clock.now(), ids, tokenKey: keys.tokenKey },
    )
    explain('session', { role: role.arn, expires: credentials.Expiration.toISOString(), duration })
    return {
      Credentials: credentials,
      AssumedRoleUser: assumedRoleUser,
      ...(packed !== undefined && { PackedPolicySize: packed }),
      ...(sourceIdentity !== undefined && { SourceIdentity: sourceIdentity }),
    }
  },

  audit: ({ input, output }) => {
    const accountId = parseRoleArn(input.RoleArn)?.accountId
    const where = accountId === undefined ? {} : { account: accountId }
    if (!output?.Credentials) return { ...where, requestParameters: null }
    return {
      responseElements: sessionRecord(output),
      resources: [{ arn: input.RoleArn, ...(accountId && { accountId }), type: 'AWS::IAM::Role' }],
      ...where,
    }
  },
})

function refuseWhatIamIsNotAsked(input: AssumeRoleRequest, caller: Caller): void {
  const role = parseRoleArn(input.RoleArn)
  if (!role) throw invalidRoleArn(input.RoleArn)
  if (caller.type === 'Root') throw rootMayNotAssume()
  if (caller.type === 'AWSService' && !isLinkedTo(role, caller.arn))
    throw principalMayNot(caller.arn, 'sts:AssumeRole')
  if (input.ProvidedContexts) throw providedContextsNotImplemented()
  refuseMfa(input)
  const fixed = caller.session?.sourceIdentity
  if (fixed !== undefined && (input.SourceIdentity ?? fixed) !== fixed)
    throw sourceIdentityConflicts()
}

/** There are no MFA devices in IAM yet, so none can be the right one. */
function refuseMfa({ SerialNumber, TokenCode }: AssumeRoleRequest): void {
  if (SerialNumber === undefined && TokenCode === undefined) return
  throw SerialNumber === undefined || TokenCode === undefined ? mfaNeedsBoth() : mfaDeviceUnknown()
}

/** Once set it stays through a chain of roles; every role on the way must allow it. */
const sourceIdentityOf = ({ SourceIdentity }: AssumeRoleRequest, { session }: Caller) =>
  session?.sourceIdentity ?? SourceIdentity

const makersOf = ({ accessKeyId, session }: Caller): string[] => [
  ...(accessKeyId === undefined ? [] : [accessKeyId]),
  ...(session?.makerKeyIds ?? []),
]

/** A session made with another session lives for an hour at most, whatever the role allows. */
function durationOf(
  { DurationSeconds = defaultDuration }: AssumeRoleRequest,
  caller: Caller,
  roleMaximum: number,
): number {
  if (caller.session !== undefined && DurationSeconds > chainingLimit)
    throw durationExceedsChaining()
  if (DurationSeconds > roleMaximum) throw durationExceedsRole()
  return DurationSeconds
}
