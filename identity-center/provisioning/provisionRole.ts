/** Makes the role that stands for a permission set. Each step can be done again: after a crash it starts from the first. */
import { iam } from '../iamApi.ts'
import type { Instance, PermissionSet } from '../state.ts'
import type { CallIam } from './accountSession.ts'
import { makeOnce } from './makeOnce.ts'
import { inlinePolicyName, rolePathIn } from './reservedNames.ts'
import { trustPolicy } from './trustPolicy.ts'

export interface RoleToProvision {
  readonly instance: Instance
  readonly permissionSet: PermissionSet
  readonly roleName: string
  readonly providerArn: string
}

/** Seconds. [K] The role allows the most; the permission set says how long its sessions really are. */
const maxSessionDuration = 43_200

/** The boundary comes before the policies: at no moment does the role allow more than it shall. */
export async function provisionRole(callIam: CallIam, role: RoleToProvision): Promise<void> {
  const { instance, permissionSet, roleName: RoleName, providerArn } = role
  const { permissionsBoundary, managedPolicies, inlinePolicy } = permissionSet
  await makeOnce(() =>
    callIam(iam.CreateRole, {
      Path: rolePathIn(instance),
      RoleName,
      AssumeRolePolicyDocument: trustPolicy(providerArn),
      MaxSessionDuration: maxSessionDuration,
    }),
  )
  if (permissionsBoundary !== undefined)
    await callIam(iam.PutRolePermissionsBoundary, {
      RoleName,
      PermissionsBoundary: permissionsBoundary,
    })
  for (const PolicyArn of managedPolicies)
    await callIam(iam.AttachRolePolicy, { RoleName, PolicyArn })
  if (inlinePolicy !== undefined)
    await callIam(iam.PutRolePolicy, {
      RoleName,
      PolicyName: inlinePolicyName,
      PolicyDocument: inlinePolicy,
    })
}
