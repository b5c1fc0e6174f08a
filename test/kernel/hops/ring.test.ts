import { createPrivateKey, sign } from 'node:crypto'
import fc from 'fast-check'
import { importJWK, jwtVerify, SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { createRing } from '#kernel/hops/ring.ts'
import { bound } from './contract.ts'
import { launcherKeys } from './world.ts'

/** A new one each time: one that has signed a statement knows it. */
const ringOf = (service: string) => createRing(launcherKeys.keysFor(service))
const claims = { sub: 'credentials.resolveCaller', aud: 's3', exp: 1_795_000_000, bound, body: {} }
const jws = ringOf('iam').sign(claims)
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** IAM's private key, in the hands of somebody who writes tokens his own way. */
const iamKey = createPrivateKey({
  key: Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    Buffer.from(launcherKeys.keysFor('iam').signingSeed, 'base64'),
  ]),
  format: 'der',
  type: 'pkcs8',
})
const signedAnyhow = (header: object, payload: unknown): string => {
  const text = `${encode(header)}.${encode(payload)}`
  return `${text}.${sign(null, Buffer.from(text), iamKey).toString('base64url')}`
}
const header = { alg: 'EdDSA', typ: 'hop+jwt' }
const full = { iss: 'iam', ...claims }

describe('a statement’s JWS', () => {
  test('opens at everybody, in its issuer’s name', () => {
    for (const service of ['s3', 'iam', 'sts', 'organizations'])
      expect(ringOf(service).open('iam', jws)).toEqual(full)
  })

  test('opens in nobody else’s name, also where it was opened before', () => {
    const ring = ringOf('s3')
    for (const round of [1, 2]) {
      expect(ring.open('sts', jws), `round ${round}`).toBeUndefined()
      expect(ring.open('nobody', jws)).toBeUndefined()
      expect(ring.open('__proto__', jws)).toBeUndefined()
      expect(ring.open('iam', jws)).toEqual(full)
    }
  })

  test('is the same for the same claims, so that recordings repeat', () => {
    expect(ringOf('iam').sign({ ...claims })).toBe(jws)
  })

  test('round trips any plain data', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        const plain: unknown = JSON.parse(JSON.stringify(body))
        const opened = ringOf('s3').open('iam', ringOf('iam').sign({ ...claims, body: plain }))
        expect(JSON.stringify(opened?.body)).toBe(JSON.stringify(plain))
      }),
      { numRuns: 50 },
    )
  })

  test('does not open with one character altered, wherever it stands', () => {
    const ring = ringOf('s3')
    for (let i = 0; i < jws.length; i++) {
      const other = jws[i] === 'A' ? 'B' : 'A'
      expect(
        ring.open('iam', jws.slice(0, i) + other + jws.slice(i + 1)),
        `at ${i}`,
      ).toBeUndefined()
    }
  })

  test('does not open cut, lengthened, or spelled otherwise', () => {
    const ring = ringOf('s3')
    for (let end = 0; end < jws.length; end += 5)
      expect(ring.open('iam', jws.slice(0, end))).toBeUndefined()
    for (const text of [
      `${jws}=`,
      `${jws}.`,
      `${jws} `,
      ` ${jws}`,
      `${jws}.x`,
      jws.replace('.', '..'),
    ])
      expect(ring.open('iam', text)).toBeUndefined()
  })

  test('never makes anything but undefined of any text', () => {
    const ring = ringOf('s3')
    const [head] = jws.split('.')
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), fc.string(), (a, b) => {
        expect(ring.open('iam', a)).toBeUndefined()
        expect(ring.open('iam', `${head}.${a}.${b}`)).toBeUndefined()
      }),
    )
  })

  test.each<[string, object, unknown]>([
    ['another algorithm', { alg: 'none', typ: 'hop+jwt' }, full],
    ['another type', { alg: 'EdDSA', typ: 'JWT' }, full],
    ['a key of its own', { ...header, jwk: { kty: 'OKP' } }, full],
    ['a critical extension', { ...header, crit: ['exp'] }, full],
    ['another issuer', header, { ...full, iss: 'sts' }],
    ['an expiry that is no number', header, { ...full, exp: '1795000000' }],
    ['no subject', header, { ...full, sub: undefined }],
    ['a claim more', header, { ...full, admin: true }],
    ['no body', header, { ...full, body: undefined }],
    ['a list', header, [full]],
  ])('does not open with %s, even when its issuer signed it', (_, head, payload) => {
    expect(ringOf('s3').open('iam', signedAnyhow(head, payload))).toBeUndefined()
    expect(ringOf('s3').open('iam', signedAnyhow(header, full))).toEqual(full)
  })

  test('is verified by jose, and what jose signs alike is opened', async () => {
    const jwk = ringOf('iam').jwk() as { kty: string }
    const { payload } = await jwtVerify(jws, await importJWK(jwk, 'EdDSA'), {
      currentDate: new Date(1_794_999_999_000),
    })
    expect(payload).toEqual(full)
    const theirs = await new SignJWT(full as never).setProtectedHeader(header).sign(iamKey)
    expect(ringOf('s3').open('iam', theirs)).toEqual(full)
  })

  test('is signed in no other name than the ring’s', () => {
    const forged = ringOf('s3').sign({ ...claims, iss: 'iam' } as typeof claims)
    expect(ringOf('lambda').open('iam', forged)).toBeUndefined()
    expect(ringOf('lambda').open('s3', forged)?.iss).toBe('s3')
  })

  test('opens to claims that nobody can change', () => {
    const ring = ringOf('s3')
    const opened = ring.open('iam', jws)
    expect(() => Object.assign(opened?.body as object, { type: 'Root' })).toThrow(TypeError)
  })
})
