/**
 * Who signed. An ordinary key is IAM's to know. A service's hop credential is STS's: it derives the key itself and
 * takes it for two things only (see operations). A call that AWS lets be unsigned may come without signature.
 */

import type { FederatedCaller } from '#kernel/hops/caller.ts'
import { type HopCredential, isHopKeyId } from '#kernel/hops/hopCredential.ts'
import { HopError } from '#kernel/hops/hopError.ts'
import { mintCaller } from '#kernel/hops/mintCaller.ts'
import type { Exchange, Stage } from '#kernel/http/exchange.ts'
import { proveSignature, readSignature } from '#kernel/http/stages/authenticate.ts'
import { checkSignature } from '#kernel/http/stages/checkSignature.ts'
import { authenticationMechanism } from '#kernel/sigv4/authenticationMechanism.ts'
import { errorsByStyle } from '#kernel/sigv4/errors/errorsByStyle.ts'
import { signingKey } from '#kernel/sigv4/signingKey.ts'
import type { SignatureClaim } from '#kernel/sigv4/verify/signatureClaim.ts'
import type { StsKeys } from '../api.ts'
import { principalMayNot } from '../errors.ts'

export const authenticateSignature: Stage = {
  name: 'authenticate signature',
  run: (x) => {
    if (x.shape.unsigned && isUnsigned(x)) return
    const claim = readSignature(x)
    if (isHopKeyId(claim.accessKeyId)) return proveService(x, claim)
    return proveSignature(x, claim)
  },
}

const isUnsigned = ({ request }: Exchange): boolean =>
  authenticationMechanism(request) === 'anonymous'

function proveService(x: Exchange, claim: SignatureClaim): void {
  const credential = recall(x, claim.accessKeyId)
  checkSignature(x, claim, signingKey(credential.secretAccessKey, claim.scope))
  const { context } = x.service
  const caller: FederatedCaller = {
    type: 'AWSService',
    accountId: '',
    arn: credential.principal,
    userId: credential.principal,
    tags: {},
    invokedBy: credential.principal,
  }
  x.caller = caller
  x.callerGiven = givenBy(mintCaller(caller, x.bound, context.ring, context.clock.now()))
  x.authenticated = true
  x.trace?.explain('sigv4', { principal: credential.principal, signedHeaders: claim.signedHeaders })
  if (!principalOperations.includes(x.operation.name))
    throw principalMayNot(credential.principal, `sts:${x.operation.name}`)
}

const principalOperations = ['AssumeRole', 'AssumeRoleWithSAML']

export const givenBy = (statement: ReturnType<typeof mintCaller>) => statement.jws ?? statement

function recall(x: Exchange, accessKeyId: string): HopCredential {
  const { principals } = x.service.context.keys as StsKeys
  try {
    return principals.recall(accessKeyId, x.service.context.clock.now())
  } catch (error) {
    if (!(error instanceof HopError)) throw error
    throw errorsByStyle[x.api.signature].unknownAccessKey(accessKeyId)
  }
}
