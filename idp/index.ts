/** The company's own identity provider: not AWS. It asks people for their password and says who they are, by SAML 2.0. */
import type { FastifyInstance } from 'fastify'
import { AwsError } from '#kernel/errors/awsError.ts'
import type { ServiceContext, ServiceDefinition } from '#kernel/http/service.ts'
import type { SigningIdentity } from '#kernel/saml/signingIdentity.ts'
import { lazyIdentity } from './lazyIdentity.ts'
import { providersFromMetadata } from './providersFromMetadata.ts'
import { registerIdp } from './registerIdp.ts'
import { type SeedPerson, seedWorkforce } from './seedWorkforce.ts'

export type { IdpDeps, ServiceProvider, SignInEvent } from './idpDeps.ts'
export { type RegisteredIdp, registerIdp } from './registerIdp.ts'
export { type SeedPerson, seedWorkforce } from './seedWorkforce.ts'
export type { WorkforceUser } from './state.ts'

/** What it reads of the seed file. */
export interface IdpSeed {
  readonly workforce?: { readonly users: readonly SeedPerson[] } | undefined
}

/** They outlive a reset: who trusts our certificate need not be told again. */
export interface IdpKeys {
  readonly signingIdentity: () => Promise<SigningIdentity>
}

/** All paths that `registerIdp` answers. */
export const idpPaths: readonly string[] = [
  '/metadata',
  '/saml/sso',
  '/saml/start',
  '/login',
  '/account',
  '/logout',
]

/** Where Identity Center publishes what an identity provider must know about it. */
const identityCenterMetadata = '/platform/saml/metadata'

export const idp: ServiceDefinition<IdpSeed, IdpKeys> = {
  name: 'idp',
  principal: 'idp.hopscope.internal',
  apis: [],
  asks: [],
  keys: ({ ids, clock }) => ({ signingIdentity: lazyIdentity({ ids, clock }) }),
  pages: { paths: idpPaths, register: registerPages },
  seed: (tx, { workforce }) => seedWorkforce(tx, workforce?.users ?? []),
  internalFailure: () =>
    new AwsError({ code: 'InternalFailure', status: 500, message: 'Something broke on our side.' }),
}

function registerPages(app: FastifyInstance, context: ServiceContext<IdpKeys>): void {
  const { store, clock, ids, endpoints, keys } = context
  registerIdp(app, {
    store,
    clock,
    ids,
    signingIdentity: keys.signingIdentity,
    baseUrl: () => endpoints()['idp'] ?? '',
    serviceProviders: providersFromMetadata('AWS IAM Identity Center (simulated)', () => {
      const url = endpoints()['identity-center']
      return url === undefined ? undefined : url + identityCenterMetadata
    }),
  })
}
