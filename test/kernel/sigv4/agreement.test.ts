/** Our canonical request, string to sign and signature against those of the signer in AWS's own SDK. */
import { Sha256 } from '@aws-crypto/sha256-js'
import { SignatureV4 } from '@smithy/signature-v4'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CanonicalStyle } from '#kernel/sigv4/signatureStyle.ts'
import { signingKey } from '#kernel/sigv4/signingKey.ts'
import { signRequest } from '#kernel/sigv4/signRequest.ts'
import { checkClaim } from '#kernel/sigv4/verify/checkClaim.ts'
import { checkPayload } from '#kernel/sigv4/verify/checkPayload.ts'
import { type ClaimOptions, readClaim } from '#kernel/sigv4/verify/readClaim.ts'
import { type GeneratedRequest, generatedRequest } from './generatedRequest.ts'
import { CREDENTIALS, NOW, SECRET, wireRequest } from './verify/signedRequest.ts'

const RUNS = 10_000
const scope = { region: 'us-east-1', service: 'agreement' }
const credentials = { ...CREDENTIALS, sessionToken: 'a/token+with==' }

/** Keeps the texts that the SDK's signer does not show. */
class ShownSigner extends SignatureV4 {
  canonicalRequest = ''
  stringToSign = ''

  protected override async createStringToSign(
    longDate: string,
    credentialScope: string,
    canonicalRequest: string,
    algorithm: string,
  ): Promise<string> {
    this.canonicalRequest = canonicalRequest
    const inherited = super.createStringToSign(
      longDate,
      credentialScope,
      canonicalRequest,
      algorithm,
    )
    this.stringToSign = await inherited
    return inherited
  }
}

function signerOf(style: CanonicalStyle): ShownSigner {
  const options = { uriEscapePath: style === 'standard', applyChecksum: style === 's3' }
  return new ShownSigner({ ...options, ...scope, credentials, sha256: Sha256 })
}

async function signedBySdk(
  signer: ShownSigner,
  { method, path, query, ...rest }: GeneratedRequest,
) {
  const message = { protocol: 'http:', hostname: '127.0.0.1', method, path, query: { ...query } }
  const signed = await signer.sign(
    { ...message, headers: { ...rest.headers }, body: rest.body },
    { signingDate: new Date(NOW) },
  )
  return signed.headers
}

/** Node shows the bytes of a header as latin1, one character each. */
const asReceived = (text: string) => Buffer.from(text, 'utf8').toString('latin1')
const asWritten = (text: string) => Buffer.from(text, 'latin1').toString('utf8')

const OPTIONS: Readonly<Record<CanonicalStyle, ClaimOptions>> = {
  s3: { style: 's3', service: scope.service, clocks: [NOW] },
  standard: { style: 'query', service: scope.service, clocks: [NOW] },
}

test.each(['s3', 'standard'] as const)('verifies what the SDK signs, %s', async (style) => {
  const signer = signerOf(style)
  await fc.assert(
    fc.asyncProperty(generatedRequest(style), async (generated) => {
      const headers = await signedBySdk(signer, generated)
      const rawHeaders = Object.entries(headers).flat().map(asReceived)
      const wire = wireRequest({ ...generated, query: generated.queryOnWire }, rawHeaders)
      const claim = readClaim(wire, OPTIONS[style])
      expect(asWritten(claim.canonicalRequest)).toBe(signer.canonicalRequest)
      expect(claim.stringToSign).toBe(signer.stringToSign)
      checkClaim(claim, signingKey(SECRET, claim.scope))
      checkPayload(claim, generated.body)
    }),
    { numRuns: RUNS },
  )
})

test.each(['s3', 'standard'] as const)('signs as the SDK does, %s', async (style) => {
  const signer = signerOf(style)
  await fc.assert(
    fc.asyncProperty(generatedRequest(style), async (generated) => {
      const { authorization } = await signedBySdk(signer, generated)
      const ours = signRequest({
        ...generated,
        query: generated.queryOnWire,
        headers: Object.fromEntries(
          Object.entries(generated.headers).map(([name, value]) => [name, asReceived(value)]),
        ),
        credentials,
        scope,
        now: NOW,
        style,
      })
      expect(ours['authorization']).toBe(authorization)
    }),
    { numRuns: RUNS / 10 },
  )
})
