/** The story in order: what is done, and which hops it makes. */
import type { Step } from '#scenarios/engine/steps.ts'
import { approval } from './hops/approval.ts'
import { assertionConsumed } from './hops/assertionConsumed.ts'
import { assumeRoleWithSAML } from './hops/assumeRoleWithSAML.ts'
import { authnRequest } from './hops/authnRequest.ts'
import { bucketCreated } from './hops/bucketCreated.ts'
import { createToken } from './hops/createToken.ts'
import { deviceAuthorization } from './hops/deviceAuthorization.ts'
import { getRoleCredentials } from './hops/getRoleCredentials.ts'
import { mayThey } from './hops/mayThey.ts'
import { passwordChecked } from './hops/passwordChecked.ts'
import { signedRequest } from './hops/signedRequest.ts'
import { whoseKey } from './hops/whoseKey.ts'
import { approve } from './steps/approve.ts'
import { createBucket } from './steps/createBucket.ts'
import { credentials } from './steps/credentials.ts'
import { signIn } from './steps/signIn.ts'
import { start } from './steps/start.ts'
import { token } from './steps/token.ts'
import type { World } from './world.ts'

export const steps: readonly Step<World>[] = [
  { id: 'start', hops: [deviceAuthorization], act: start },
  { id: 'sign-in', hops: [authnRequest, passwordChecked, assertionConsumed], act: signIn },
  { id: 'approve', hops: [approval], act: approve },
  { id: 'token', hops: [createToken], act: token },
  { id: 'credentials', hops: [getRoleCredentials, assumeRoleWithSAML], act: credentials },
  {
    id: 'create-bucket',
    hops: [signedRequest, whoseKey, mayThey, bucketCreated],
    act: createBucket,
  },
]

/** After the story: the same credentials once more, and the journal. */
export const epilogue = ['again', 'audit'] as const
