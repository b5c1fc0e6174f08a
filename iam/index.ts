/** AWS Identity and Access Management: who exists, whose keys are whose, and who may do what. */
import { offer } from '#kernel/hops/offer.ts'
import { authorization, credentials, guardrails, policies, roles } from '#kernel/hops/ports.ts'
import { pipeline } from '#kernel/http/pipeline.ts'
import type { Offer, ServiceContext, ServiceDefinition } from '#kernel/http/service.ts'
import { awsQuery } from '#kernel/protocol/awsQuery.ts'
import { linkApi } from '#kernel/protocol/link.ts'
import { createOpenedTokens } from '#kernel/session-token/openedTokens.ts'
import { deriveSessionTokenKey } from '#kernel/session-token/sessionTokenKey.ts'
import type { IamKeys } from './api.ts'
import { concurrentModification, internalFailure } from './errors.ts'
import { iam as model } from './model/shapes.ts'
import { operations } from './operations/index.ts'
import { createPolicyCache } from './policy/policyCache.ts'
import { authorize } from './ports/authorize.ts'
import { policiesOwner } from './ports/policies.ts'
import { resolveCaller } from './ports/resolveCaller.ts'
import { rolesOwner } from './ports/roles.ts'
import { createSigningKeys } from './ports/signingKeys.ts'
import { type IamSeed, seedIam } from './seed/seedIam.ts'
import { iamTraits } from './traits.ts'
import { lastUseWorker } from './workers/lastUseWorker.ts'

/** Compiled policies that are kept, of each kind. */
const keptPolicies = 2_000

export const iam: ServiceDefinition<IamSeed, IamKeys> = {
  name: 'iam',
  principal: 'iam.amazonaws.com',
  apis: [
    {
      api: linkApi(model, iamTraits),
      protocol: awsQuery,
      operations,
      pipeline,
      eventSource: 'iam.amazonaws.com',
      region: 'us-east-1',
      signature: 'query',
      // SAML metadata may be ten million characters long, in a form.
      bodyLimit: 32 * 1024 * 1024,
    },
  ],
  asks: [credentials, authorization, guardrails],
  holdsSessionTokenKey: true,
  keys: keysOf,
  offers,
  workers: (context) => [lastUseWorker(context)],
  seed: (tx, seed, { ids, clock }) => seedIam(tx, seed, { ids, now: clock.now() }),
  conflict: concurrentModification,
  internalFailure,
}

function keysOf({ serviceKeys }: Pick<ServiceContext, 'serviceKeys'>): IamKeys {
  const { sessionTokenKey } = serviceKeys
  if (!sessionTokenKey) throw new Error('INVARIANT: IAM holds the key of session tokens')
  return {
    tokens: createOpenedTokens(deriveSessionTokenKey(sessionTokenKey)),
    signingKeys: createSigningKeys(),
    policies: createPolicyCache(keptPolicies),
  }
}

function offers(context: ServiceContext<IamKeys>): readonly Offer[] {
  const parts = { ...context, ...context.keys }
  return [
    offer(credentials, { resolveCaller: (ask) => resolveCaller(ask, parts) }),
    offer(authorization, { authorize: (ask, asked) => authorize(ask, asked, parts) }),
    offer(roles, rolesOwner(parts)),
    offer(policies, policiesOwner(parts)),
  ]
}
