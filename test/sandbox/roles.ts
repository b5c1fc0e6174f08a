/** A role of the development account, made through IAM's API, and sessions of it. */
import { AttachRolePolicyCommand, CreateRoleCommand } from '@aws-sdk/client-iam'
import { AssumeRoleCommand } from '@aws-sdk/client-sts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { iamOf, type Keys, sessionKeys, stsOf } from './clients.ts'

const trustOf = (accountId: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${accountId}:root` },
        Action: 'sts:AssumeRole',
      },
    ],
  })

/** The role's ARN. */
export async function createAdminRole(sandbox: Sandbox, name = 'helper'): Promise<string> {
  const iam = iamOf(sandbox)
  const { Role } = await iam.send(
    new CreateRoleCommand({
      RoleName: name,
      AssumeRolePolicyDocument: trustOf(sandbox.admin!.accountId),
    }),
  )
  const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess'
  await iam.send(new AttachRolePolicyCommand({ RoleName: name, PolicyArn }))
  iam.destroy()
  return Role!.Arn!
}

export async function assume(sandbox: Sandbox, RoleArn: string, keys?: Keys): Promise<Keys> {
  const sts = stsOf(sandbox, keys)
  const made = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'session' }))
  sts.destroy()
  return sessionKeys(made)
}
