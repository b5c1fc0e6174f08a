/** AWS Organizations: the tree of accounts and the policies that cap them. State and port; its API comes later. */
import { AwsError } from '#kernel/errors/awsError.ts'
import { offer } from '#kernel/hops/offer.ts'
import { guardrails } from '#kernel/hops/ports.ts'
import type { ServiceDefinition } from '#kernel/http/service.ts'
import { guardrailsFor } from './guardrailsFor.ts'
import { type SeedOrganization, seedOrganization } from './seedOrganization.ts'

export const organizations: ServiceDefinition<{ readonly organization?: SeedOrganization }> = {
  name: 'organizations',
  principal: 'organizations.amazonaws.com',
  apis: [],
  asks: [],
  offers: ({ store }) => [
    offer(guardrails, {
      guardrailsFor: async ({ accountId }) => ({
        body: await store.read((read) => guardrailsFor(read, accountId)),
      }),
    }),
  ],
  seed: async (tx, { organization }, { ids }) => {
    if (organization) await seedOrganization(tx, organization, ids)
  },
  internalFailure: () =>
    new AwsError({ code: 'ServiceException', status: 500, message: 'Internal failure' }),
}
