/**
 * sts:AssumeRole: trades the caller's identity for a session of a role.
 * IAM judges the caller's own policies and the role's trust policy; STS makes the session.
 */

import type { Caller } from '#kernel/hops/caller.ts'
import type { AuthorizationCheck } from '#kernel/http/operation.ts'
import { operation, sts } from '../api.ts'
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
import { type RequestedTags, requestedTags, sessionTags, tagContext } from '../sessionTags.ts'

/** Seconds. */
const defaultDuration = 3_600
const chainingLimit = 3_600

export const assumeRole = operation(sts.AssumeRole, {
  access: 'read',

  authorize: ({ input, caller }) => {
    refuseWhatIamIsNotAsked(input, caller)
    const tags = requestedTags(input.Tags, input.TransitiveTagKeys)
    return checks(input, tags)
  },

  prepare: async ({ input, caller, hops }) => {
    const policyArns = (input.PolicyArns ?? []).map(({ arn }) => arn ?? '')
    const { accountId } = parseRoleArn(input.RoleArn)!
    const policy = input.Policy
    await hops.roles.sessionPolicies({
      accountId,
      policyArns,
      ...(policy !== undefined && { policy }),
    })
    const { statement } = await hops.roles.roleToAssume({ roleArn: input.RoleArn })
    const duration = durationOf(input, caller, statement.body.maxSessionDuration)
    return { role: statement.body, policyArns, duration }
  },

  handle: ({
    input,
    caller,
    prepared: { role, policyArns, duration },
    clock,
    ids,
    keys,
    explain,
  }) => {
    const requested = requestedTags(input.Tags, input.TransitiveTagKeys)
    const packed = packedPolicySize({ policy: input.Policy, policyArns, tags: requested.tags })
    const { tags, transitiveTagKeys } = sessionTags(requested, caller, role.tags)
    const sourceIdentity = caller.session?.sourceIdentity ?? input.SourceIdentity
    const { credentials, assumedRoleUser } = newSession(
      {
        role: { accountId: role.accountId, name: role.name, roleId: role.roleId, arn: role.arn },
        sessionName: input.RoleSessionName,
        duration,
        tags,
        more: {
          policyArns,
          transitiveTagKeys,
          chained: caller.type === 'AssumedRole',
          context: {},
          makerKeyIds: makersOf(caller),
          ...(input.Policy !== undefined && { policy: input.Policy }),
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
    const account = parseRoleArn(input.RoleArn)?.accountId
    if (!output?.Credentials) return { requestParameters: null, ...(account && { account }) }
    const { AccessKeyId, Expiration } = output.Credentials
    return {
      ...(account && { account }),
      // Neither secret nor token: a journal is read by more people than may use the session.
      responseElements: {
        credentials: { accessKeyId: AccessKeyId, expiration: Expiration.toISOString() },
        assumedRoleUser: {
          assumedRoleId: output.AssumedRoleUser?.AssumedRoleId,
          arn: output.AssumedRoleUser?.Arn,
        },
      },
      resources: [
        { arn: input.RoleArn, ...(account && { accountId: account }), type: 'AWS::IAM::Role' },
      ],
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
  if (fixed !== undefined && input.SourceIdentity !== undefined && input.SourceIdentity !== fixed)
    throw sourceIdentityConflicts()
}

/** There are no MFA devices in IAM yet, so none can be the right one. */
function refuseMfa({ SerialNumber, TokenCode }: AssumeRoleRequest): void {
  if (SerialNumber === undefined && TokenCode === undefined) return
  throw SerialNumber === undefined || TokenCode === undefined ? mfaNeedsBoth() : mfaDeviceUnknown()
}

/** Tags and source identity are permissions of their own, asked in the same question. */
function checks(input: AssumeRoleRequest, tags: RequestedTags): AuthorizationCheck[] {
  const context = {
    'sts:RoleSessionName': [input.RoleSessionName],
    ...(input.ExternalId !== undefined && { 'sts:ExternalId': [input.ExternalId] }),
    ...(input.SourceIdentity !== undefined && { 'sts:SourceIdentity': [input.SourceIdentity] }),
    ...tagContext(tags),
  }
  const actions = [
    'sts:AssumeRole',
    ...(Object.keys(tags.tags).length > 0 ? ['sts:TagSession'] : []),
    ...(input.SourceIdentity !== undefined ? ['sts:SetSourceIdentity'] : []),
  ]
  const resourceAccountId = parseRoleArn(input.RoleArn)?.accountId
  return actions.map((action) => ({ action, resource: input.RoleArn, resourceAccountId, context }))
}

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
