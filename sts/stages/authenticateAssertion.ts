/** AssumeRoleWithSAML alone: the caller is whom the assertion proves. STS vouches for it towards IAM. */
import type { FederatedCaller } from '#kernel/hops/caller.ts'
import { HopError } from '#kernel/hops/hopError.ts'
import { mintCaller } from '#kernel/hops/mintCaller.ts'
import type { Exchange, Stage } from '#kernel/http/exchange.ts'
import { invalidIdentityToken, invalidRequestArn } from '../errors.ts'
import type { AssumeRoleWithSAMLRequest } from '../model/shapes.ts'
import { parseRoleArn } from '../roleArn.ts'
import type { ProvedAssertion } from '../saml/provedAssertion.ts'
import { givenBy } from './authenticateSignature.ts'

export const authenticateAssertion: Stage = {
  name: 'authenticate assertion',
  run: (x) => (x.operation.name === 'AssumeRoleWithSAML' ? proveAssertion(x) : undefined),
}

async function proveAssertion(x: Exchange): Promise<void> {
  const input = x.input as AssumeRoleWithSAMLRequest
  const role = parseRoleArn(input.RoleArn)
  if (!role || !input.PrincipalArn.includes(':saml-provider/')) throw invalidRequestArn()
  const { context } = x.service
  // The verifier and its XML libraries are needed here alone.
  const { readResponse, verifyAssertion } = await import('../saml/verifyAssertion.ts')
  const response = readResponse(input.SAMLAssertion)
  const provider = await providerOf(x, input.PrincipalArn)
  if (provider.accountId !== role.accountId) throw noSuchProvider(input.PrincipalArn)
  const proof = verifyAssertion(response, provider, context.clock.now())
  const invokedBy = x.caller.type === 'AWSService' ? x.caller.invokedBy : undefined
  const caller = callerOf(proof, provider.accountId, invokedBy)
  x.proof = proof
  x.caller = caller
  x.callerGiven = givenBy(mintCaller(caller, x.bound, context.ring, context.clock.now()))
  x.authenticated = true
  explain(x, proof)
}

async function providerOf(x: Exchange, arn: string) {
  try {
    return (await x.hops.roles.samlProvider({ arn })).statement.body
  } catch (error) {
    if (error instanceof HopError && error.refusal) throw noSuchProvider(arn)
    throw error
  }
}

const noSuchProvider = (provider: string) =>
  invalidIdentityToken("Specified provider doesn't exist", { provider })

const callerOf = (
  { assertion, subject, providerArn }: ProvedAssertion,
  accountId: string,
  invokedBy: string | undefined,
): FederatedCaller => ({
  type: 'SAMLUser',
  accountId,
  arn: providerArn,
  userId: `${subject.nameQualifier}:${assertion.nameId}`,
  userName: assertion.nameId,
  tags: {},
  ...(invokedBy !== undefined && { invokedBy }),
})

function explain(x: Exchange, { assertion, providerArn, sessionName }: ProvedAssertion): void {
  x.trace?.explain('saml', {
    provider: providerArn,
    issuer: assertion.issuer,
    subject: assertion.nameId,
    sessionName,
    recipient: assertion.recipient,
    signedElement: assertion.signedElement,
    evidence: assertion.evidence,
    notOnOrAfter: new Date(assertion.notOnOrAfter).toISOString(),
  })
}
