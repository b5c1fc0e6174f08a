/** IAM's public API in one account, called with a session of the service-linked role that AWS made there for us. */
import type { CallApi } from '#kernel/hops/callApi.ts'
import type { OperationRef } from '#kernel/http/operation.ts'
import type { SigningCredentials } from '#kernel/sigv4/signRequest.ts'
import { iamApi } from '../iamApi.ts'
import type { Instance } from '../state.ts'
import { sts, stsApi } from '../stsApi.ts'
import { serviceRoleArn, serviceSessionName } from './reservedNames.ts'

export type CallIam = <I, O>(operation: OperationRef<I, O>, input: I) => Promise<O>

/** STS lets the principal `sso.amazonaws.com` take this role, and no other principal. */
export async function accountSession(
  call: CallApi,
  { region }: Instance,
  accountId: string,
): Promise<CallIam> {
  const { Credentials } = await call(
    stsApi,
    sts.AssumeRole,
    { RoleArn: serviceRoleArn(accountId), RoleSessionName: serviceSessionName },
    { credentials: 'service-principal', region },
  )
  if (!Credentials) throw new Error('INVARIANT: STS answers with credentials or refuses')
  const credentials: SigningCredentials = {
    accessKeyId: Credentials.AccessKeyId,
    secretAccessKey: Credentials.SecretAccessKey,
    sessionToken: Credentials.SessionToken,
  }
  return (operation, input) => call(iamApi, operation, input, { credentials })
}
