/** Every refusal that STS can give is reached from outside, in AWS's words: one that nobody can reach is not here. */
import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  AssumeRoleWithSAMLCommand,
} from '@aws-sdk/client-sts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SigningIdentity } from '#kernel/saml/signingIdentity.ts'
import * as errors from '#sts/errors.ts'
import { type Keys, sessionKeys } from '../sandbox/clients.ts'
import { metadataOf, names, newIdentity, samlResponse } from './company.ts'
import {
  ACCOUNT,
  admin,
  createRole,
  createSamlProvider,
  identityCenterIn,
  type Refused,
  refusalOf,
  root,
  startWorld,
  type World,
} from './world.ts'

let world: World
let idp: SigningIdentity
let role: string
let provider: string
beforeAll(async () => {
  world = await startWorld()
  idp = await newIdentity()
  provider = await createSamlProvider(world, await metadataOf(idp))
  role = await createRole(world)
})
afterAll(() => world.close())

const assume = (more: Partial<AssumeRoleCommandInput>, keys: Keys = admin) =>
  world.sts(keys).send(new AssumeRoleCommand({ RoleArn: role, RoleSessionName: 'ana', ...more }))

const withSaml = (SAMLAssertion: string, PrincipalArn = provider) =>
  world.sts().send(new AssumeRoleWithSAMLCommand({ RoleArn: role, PrincipalArn, SAMLAssertion }))

const assertion = (age = 0) =>
  samlResponse(idp, world.clock.now() - age, { attributes: { [names.roleSessionName]: ['ana'] } })

const chained = async (more: Partial<AssumeRoleCommandInput>): Promise<Keys> =>
  sessionKeys(await assume(more))

const tag = (Key: string, Value = 'x') => ({ Key, Value })

const serial = `arn:aws:iam::${ACCOUNT}:mfa/ana`

type Constructor = keyof typeof errors

const ways: Record<Constructor, { reach: () => Promise<unknown>; refused: Refused }> = {
  invalidRoleArn: {
    reach: () => assume({ RoleArn: 'neither-arn-nor-role' }),
    refused: { code: 'ValidationError', status: 400, message: 'neither-arn-nor-role is invalid' },
  },
  invalidRequestArn: {
    reach: () => withSaml(assertion(), `arn:aws:iam::${ACCOUNT}:role/not-a-provider`),
    refused: { code: 'ValidationError', status: 400, message: 'Request ARN is invalid' },
  },
  durationExceedsRole: {
    reach: () => assume({ DurationSeconds: 3_601 }),
    refused: {
      code: 'ValidationError',
      status: 400,
      message: 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    },
  },
  durationExceedsChaining: {
    reach: async () => assume({ DurationSeconds: 3_601 }, await chained({})),
    refused: {
      code: 'ValidationError',
      status: 400,
      message:
        'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    },
  },
  rootMayNotAssume: {
    reach: () => assume({}, root),
    refused: {
      code: 'AccessDenied',
      status: 403,
      message: 'Roles may not be assumed by root accounts.',
    },
  },
  principalMayNot: {
    reach: () =>
      world.identityCenter.call(
        world.services.running.get('sts')!.service.definition.apis[0]!.api,
        { name: 'GetCallerIdentity' },
        {},
        { credentials: 'service-principal' },
      ),
    refused: {
      code: 'AccessDenied',
      status: 403,
      message: 'User: sso.amazonaws.com is not authorized to perform: sts:GetCallerIdentity',
    },
  },
  notAuthorizedWithSaml: {
    reach: () => withSaml(assertion()),
    refused: {
      code: 'AccessDenied',
      status: 403,
      message: 'Not authorized to perform sts:AssumeRoleWithSAML',
    },
  },
  mfaNeedsBoth: {
    reach: () => assume({ SerialNumber: serial }),
    refused: {
      code: 'AccessDenied',
      status: 403,
      message:
        'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.',
    },
  },
  mfaDeviceUnknown: {
    reach: () => assume({ SerialNumber: serial, TokenCode: '123456' }),
    refused: {
      code: 'AccessDenied',
      status: 403,
      message:
        'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
    },
  },
  duplicateTagKeys: {
    reach: () => assume({ Tags: [tag('a'), tag('A')] }),
    refused: {
      code: 'InvalidParameterValue',
      status: 400,
      message: 'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    },
  },
  transitiveKeyNotTagged: {
    reach: () => assume({ TransitiveTagKeys: ['a'] }),
    refused: {
      code: 'InvalidParameterValue',
      status: 400,
      message: 'The specified transitive tag key must be included in the requested tags.',
    },
  },
  transitiveKeyConflicts: {
    reach: async () =>
      assume({ Tags: [tag('a')] }, await chained({ Tags: [tag('a')], TransitiveTagKeys: ['a'] })),
    refused: {
      code: 'InvalidParameterValue',
      status: 400,
      message:
        "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
    },
  },
  sourceIdentityConflicts: {
    reach: async () => assume({ SourceIdentity: 'eve' }, await chained({ SourceIdentity: 'ana' })),
    refused: {
      code: 'AccessDenied',
      status: 403,
      message:
        'The specified SourceIdentity does not match the SourceIdentity of the calling session.',
    },
  },
  packedPolicyTooLarge: {
    reach: () => {
      const arn = (i: number) => ({
        arn: `arn:aws:iam::aws:policy/${i % 2 ? 'ReadOnlyAccess' : 'SecurityAudit'}`,
      })
      return assume({ PolicyArns: Array.from({ length: 60 }, (_, i) => arn(i)) })
    },
    refused: {
      code: 'PackedPolicyTooLarge',
      status: 400,
      message: expect.stringMatching(
        /^Packed policy consumes \d{3}% of allotted space, please use smaller policy\.$/,
      ) as unknown as string,
    },
  },
  providedContextsNotImplemented: {
    reach: () =>
      assume({
        ProvidedContexts: [
          {
            ProviderArn: 'arn:aws:iam::aws:contextProvider/IdentityCenter',
            ContextAssertion: 'abcd',
          },
        ],
      }),
    refused: {
      code: 'NotImplemented',
      status: 501,
      message: 'The parameter ProvidedContexts is not implemented.',
    },
  },
  invalidIdentityToken: {
    reach: () => withSaml('****'),
    refused: { code: 'InvalidIdentityToken', status: 400, message: 'Invalid base64 SAMLResponse' },
  },
  expiredAssertion: {
    reach: () => withSaml(assertion(6 * 60_000)),
    refused: {
      code: 'ExpiredTokenException',
      status: 400,
      message: 'Token must be redeemed within 5 minutes of issuance',
    },
  },
  internalFailure: {
    reach: async () => {
      const other = await startWorld()
      await other.services.stop('iam')
      const RoleArn = `arn:aws:iam::${ACCOUNT}:role/any`
      const asked = other.sts().send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'ana' }))
      return asked.finally(() => other.close())
    },
    refused: {
      code: 'InternalFailure',
      status: 500,
      message:
        'The request processing has failed because of an unknown error, exception or failure.',
    },
  },
}

test('every constructor has a way to it', () => {
  expect(Object.keys(ways).sort()).toEqual(Object.keys(errors).sort())
})

test.each(Object.entries(ways))('%s', async (_, { reach, refused }) => {
  expect(await refusalOf(reach())).toEqual(refused)
})

test('a service in its own name gets past none of them', async () => {
  const keys = await identityCenterIn(world)
  expect(await refusalOf(assume({}, keys))).toMatchObject({ code: 'AccessDenied' })
})
