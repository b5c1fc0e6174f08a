/** AWS Security Token Service: mints sessions. It keeps no table of them; the token is the session. */
import { createHopCredentials } from '#kernel/hops/hopCredential.ts'
import { authorization, credentials, roles } from '#kernel/hops/ports.ts'
import type { ServiceDefinition } from '#kernel/http/service.ts'
import { awsQuery } from '#kernel/protocol/awsQuery.ts'
import { linkApi } from '#kernel/protocol/link.ts'
import { deriveSessionTokenKey } from '#kernel/session-token/sessionTokenKey.ts'
import type { StsKeys } from './api.ts'
import { internalFailure } from './errors.ts'
import { sts as model } from './model/shapes.ts'
import { operations } from './operations/index.ts'
import { pipeline } from './pipeline.ts'
import { stsTraits } from './traits.ts'

export const sts: ServiceDefinition<unknown, StsKeys> = {
  name: 'sts',
  principal: 'sts.amazonaws.com',
  apis: [
    {
      api: linkApi(model, stsTraits),
      protocol: awsQuery,
      operations,
      pipeline,
      eventSource: 'sts.amazonaws.com',
      signature: 'query',
      bodyLimit: 262_144,
    },
  ],
  asks: [credentials, authorization, roles],
  holdsSessionTokenKey: true,
  keys: ({ serviceKeys }) => {
    if (!serviceKeys.sessionTokenKey)
      throw new Error('INVARIANT: STS holds the key of session tokens')
    return {
      tokenKey: deriveSessionTokenKey(serviceKeys.sessionTokenKey),
      principals: createHopCredentials(serviceKeys),
    }
  },
  internalFailure,
}
