import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quickSigner } from '#kernel/sigv4/doctor/quickSigner.ts'
import { signature } from '#kernel/sigv4/signature.ts'

test('signs as the verifier does, whatever the text and however long', () => {
  const texts = fc.array(fc.string({ unit: 'binary-ascii', maxLength: 3_000 }), { maxLength: 4 })
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), texts, (bytes, all) => {
      const key = Buffer.from(bytes)
      const sign = quickSigner(key)
      for (const text of all) expect(sign(text).toString('hex')).toBe(signature(key, text))
    }),
  )
})
