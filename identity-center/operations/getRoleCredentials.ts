/**
 * sso:GetRoleCredentials: an assignment becomes a session of the role that stands for it in the account.
 * Flow: client -> portal (this file) -> STS AssumeRoleWithSAML, with an assertion that the portal signs.
 */
import { AwsError } from '#kernel/errors/awsError.ts'
import { noAuthorization } from '#kernel/http/operation.ts'
import type { Credentials } from '#sts/model/shapes.ts'
import { operation, sso } from '../api.ts'
import { grantFor } from '../assignments.ts'
import { portalEvent } from '../audit/portalEvent.ts'
import { dependencyFailed, noAccess } from '../errors/portalErrors.ts'
import { encodedRoleAssertion, sessionNameOf } from '../saml/roleAssertion.ts'
import type { BearerProof } from '../stages/authenticateBearer.ts'
import { sts, stsApi } from '../stsApi.ts'

export const getRoleCredentials = operation(sso.GetRoleCredentials, {
  access: 'read',

  authorize: noAuthorization('the assignment decides; STS then asks the role’s trust policy'),

  prepare: async ({ input, read, facts, clock, ids, keys, call, explain }) => {
    const { instance, open } = facts.proof as BearerProof
    const grant = await grantFor(read, instance, open.user, input)
    if (!grant) throw noAccess('this role is not assigned to the person, or does not exist')
    const { account, permissionSet, through } = grant
    const role = await keys.provisioning.roleFor(instance, account.accountId, permissionSet)
    const { sessionDuration } = permissionSet
    explain('assignment', {
      user: open.user.userName,
      account: account.accountId,
      permissionSet: permissionSet.name,
      through: `${through.type} ${through.name}`,
      roleArn: role.roleArn,
      providerArn: role.providerArn,
      sessionName: sessionNameOf(open.user),
      durationSeconds: sessionDuration,
    })
    const assertion = encodedRoleAssertion({
      instance,
      user: open.user,
      role,
      now: clock.now(),
      ids,
    })
    const request = {
      RoleArn: role.roleArn,
      PrincipalArn: role.providerArn,
      SAMLAssertion: assertion,
      DurationSeconds: sessionDuration,
    }
    const signedAs = { credentials: 'service-principal', region: instance.region } as const
    try {
      const answer = await call(stsApi, sts.AssumeRoleWithSAML, request, signedAs)
      return credentialsIn(answer)
    } catch (error) {
      throw refusalOf(error)
    }
  },

  handle: ({ prepared: { AccessKeyId, SecretAccessKey, SessionToken, Expiration } }) => ({
    roleCredentials: {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
      expiration: Expiration.getTime(),
    },
  }),

  audit: ({ input, facts }) =>
    portalEvent(facts.proof as BearerProof, {
      role_name: input.roleName,
      account_id: input.accountId,
    }),
})

function credentialsIn({ Credentials }: { Credentials?: Credentials | undefined }): Credentials {
  if (!Credentials) throw new Error('INVARIANT: STS answers with credentials or refuses')
  return Credentials
}

/** The portal's clients learn that they have no access, or that something broke: never which service said what. */
function refusalOf(error: unknown): unknown {
  if (!(error instanceof AwsError)) return error
  const detail = { service: 'sts', code: error.code, message: error.message }
  return error.status < 500
    ? noAccess('STS refused the assertion', detail)
    : dependencyFailed('STS did not answer', detail)
}
