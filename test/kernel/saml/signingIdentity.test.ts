import { createPrivateKey, X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { systemIds } from '#kernel/ids/systemIds.ts'
import { certificateKey } from '#kernel/saml/certificateKey.ts'
import { createSigningIdentity } from '#kernel/saml/signingIdentity.ts'
import { now } from './samples.ts'

const created = createSigningIdentity({
  commonName: 'Almadía, O=AWS',
  ids: systemIds(),
  clock: { now: () => now },
})

describe('a signing identity', () => {
  test('has a certificate around its own key, RSA of 2048 bits, signed by itself', async () => {
    const { privateKeyPem, certificatePem, certificateBase64 } = await created
    const certificate = new X509Certificate(certificatePem)
    expect(certificate.checkPrivateKey(createPrivateKey(privateKeyPem))).toBe(true)
    expect(certificate.verify(certificate.publicKey)).toBe(true)
    expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048)
    expect(certificate.raw.toString('base64')).toBe(certificateBase64)
  })

  test('is valid by the clock of the sandbox, for about ten years', async () => {
    const { certificatePem } = await created
    const { validFrom, validTo } = new X509Certificate(certificatePem)
    expect(Date.parse(validFrom)).toBeLessThan(now)
    expect(Date.parse(validTo)).toBeGreaterThan(now + 9 * 365 * 24 * 3_600_000)
  })

  test('takes a name as a name, whatever is in it', async () => {
    const { certificatePem } = await created
    expect(new X509Certificate(certificatePem).subject).toMatch(/^CN=[^\n]*$/)
  })

  test('is known by the same fingerprint in PEM and in base64', async () => {
    const { certificatePem, certificateBase64 } = await created
    expect(certificateKey(certificatePem)?.fingerprint).toBe(
      certificateKey(certificateBase64)?.fingerprint,
    )
  })
})
