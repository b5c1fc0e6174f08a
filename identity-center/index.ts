/** AWS IAM Identity Center: people sign in through their company's identity provider and take roles in accounts. */
import type { ServedApi, ServiceDefinition } from '#kernel/http/service.ts'
import { linkApi } from '#kernel/protocol/link.ts'
import { restJson1 } from '#kernel/protocol/restJson1.ts'
import type { IdentityCenterKeys } from './api.ts'
import { ssoSource } from './audit/portalEvent.ts'
import { internalFailure } from './errors/internalFailure.ts'
import { sso } from './model/sso.ts'
import { ssoOidc } from './model/ssoOidc.ts'
import { ssoOidcOperations, ssoOperations } from './operations/index.ts'
import { oidcPipeline, portalPipeline } from './pipeline.ts'
import { createProvisioning } from './provisioning/provisioning.ts'
import { provisioningWorker } from './provisioning/provisioningWorker.ts'
import { pagePaths, registerPages } from './registerPages.ts'
import { trustedIdentityProvider } from './saml/trustedIdentityProvider.ts'
import { type IdentityCenterSeed, seedIdentityCenter } from './seedIdentityCenter.ts'
import { ssoOidcTraits, ssoTraits } from './traits.ts'

export { directoryIn } from './directory.ts'

const api = {
  protocol: restJson1,
  eventSource: ssoSource,
  signature: 'rest-json',
  bodyLimit: 65_536,
} as const satisfies Partial<ServedApi>

export const identityCenter: ServiceDefinition<IdentityCenterSeed, IdentityCenterKeys> = {
  name: 'identity-center',
  principal: 'sso.amazonaws.com',
  apis: [
    {
      ...api,
      api: linkApi(ssoOidc, ssoOidcTraits),
      operations: ssoOidcOperations,
      pipeline: oidcPipeline,
    },
    { ...api, api: linkApi(sso, ssoTraits), operations: ssoOperations, pipeline: portalPipeline },
  ],
  asks: [],
  callsAs: ['sts'],
  keys: (context) => ({
    portalUrl: () => context.endpoints()['identity-center'] ?? '',
    identityProvider: trustedIdentityProvider(() => context.endpoints()['idp']),
    provisioning: createProvisioning(context),
  }),
  pages: { paths: pagePaths, register: registerPages },
  seed: (tx, seed, { ids, region }) => seedIdentityCenter(tx, seed, { ids, homeRegion: region }),
  workers: (context) => [provisioningWorker(context)],
  internalFailure,
}
