/** The instance of Identity Center, and the names that follow from its ids. */
import type { Reader } from '#kernel/store/store.ts'
import { globalScope, type Instance, instanceKey, instances, type PermissionSet } from './state.ts'

/** Undefined where the seed sets up none. */
export async function instanceIn(reader: Reader): Promise<Instance | undefined> {
  return (await reader.get(instances, globalScope, instanceKey))?.value
}

/** What clients are configured with; nothing of ours answers there, it is a name. */
export const startUrlOf = ({ identityStoreId }: Instance): string =>
  `https://${identityStoreId}.awsapps.com/start`

/** The instance's names as clients write them: by its store, by its id, and where our portal really is. */
export function isStartUrl(instance: Instance, portalUrl: string, given: string): boolean {
  const known = [
    startUrlOf(instance),
    `https://identitycenter.amazonaws.com/${instance.instanceId}`,
    `${portalUrl}/start`,
  ]
  return known.includes(given.replace(/[#/]{1,2}$/, ''))
}

/** Our name as a service provider towards the company's identity provider. */
export const entityIdOf = ({ region, identityStoreId }: Instance): string =>
  `https://${region}.signin.aws.amazon.com/platform/saml/${identityStoreId}`

/** Where its Responses come in. */
export const consumerUrlOf = ({ consumerId }: Instance, portalUrl: string): string =>
  `${portalUrl}/platform/saml/acs/${consumerId}`

/** Our name as an identity provider towards STS. */
export function portalIssuerOf({ accountId, region, portalId }: Instance): string {
  const portal = Buffer.from(`${accountId}_${portalId}`).toString('base64url')
  return `https://portal.sso.${region}.amazonaws.com/saml/assertion/${portal}`
}

export const identityStoreArnOf = ({ accountId, identityStoreId }: Instance): string =>
  `arn:aws:identitystore::${accountId}:identitystore/${identityStoreId}`

export const permissionSetArnOf = (
  { instanceId }: Instance,
  { permissionSetId }: Pick<PermissionSet, 'permissionSetId'>,
): string => `arn:aws:sso:::permissionSet/${instanceId}/${permissionSetId}`
