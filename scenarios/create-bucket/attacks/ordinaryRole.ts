/** An ordinary role of the person's account, which the administrator makes, enters by AssumeRole, and may change. */
import type { SigningCredentials } from '#kernel/sigv4/signRequest.ts'
import { type Answer, elementOf, isAccepted } from '#scenarios/engine/answer.ts'
import type { Stage } from '#scenarios/engine/attack.ts'
import { queryRequest } from '../requests/queryRequest.ts'
import { brought, type World } from '../world.ts'
import { administrator } from './administrator.ts'

export const roleName = 'bucket-maker'

type Making = Pick<Stage<World>, 'world' | 'send'>

const policy = (statement: object): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statement] })

/** IAM's answer to the administrator. */
export const administer = (
  { world, send }: Making,
  action: string,
  parameters: Readonly<Record<string, string>>,
): Promise<Answer> =>
  send(queryRequest(world, { service: 'iam', action, parameters, credentials: administrator }))

/** A role that may make and list buckets, and that the account's principals may take. */
export async function makeOrdinaryRole(making: Making): Promise<void> {
  const { accountId } = making.world.cast
  const principal = { AWS: `arn:aws:iam::${accountId}:root` }
  const trust = policy({ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' })
  const buckets = ['s3:CreateBucket', 's3:ListAllMyBuckets']
  const grant = policy({ Effect: 'Allow', Action: buckets, Resource: '*' })
  const made = await administer(making, 'CreateRole', {
    RoleName: roleName,
    AssumeRolePolicyDocument: trust,
  })
  const granted = await administer(making, 'PutRolePolicy', {
    RoleName: roleName,
    PolicyName: 'buckets',
    PolicyDocument: grant,
  })
  for (const answer of [made, granted])
    if (!isAccepted(answer)) throw new Error(`the role could not be made: ${answer.message}`)
}

export async function assumeOrdinaryRole({ world, send }: Making): Promise<SigningCredentials> {
  const parameters = {
    RoleArn: `arn:aws:iam::${world.cast.accountId}:role/${roleName}`,
    RoleSessionName: 'somebody',
  }
  const call = { service: 'sts', action: 'AssumeRole', parameters } as const
  const { body } = await send(queryRequest(world, { ...call, credentials: administrator }))
  return {
    accessKeyId: brought(elementOf(body, 'AccessKeyId'), 'session of the ordinary role'),
    secretAccessKey: brought(elementOf(body, 'SecretAccessKey'), 'session of the ordinary role'),
    sessionToken: brought(elementOf(body, 'SessionToken'), 'session of the ordinary role'),
  }
}
