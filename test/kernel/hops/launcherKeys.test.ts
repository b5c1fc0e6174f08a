import { describe, expect, test } from 'vitest'
import { createLauncherKeys } from '#kernel/hops/launcherKeys.ts'
import { launcherKeys, services } from './world.ts'

const names = services.map(({ name }) => name)
const keysOf = (name: string) => launcherKeys.keysFor(name)

describe('the keys of one service', () => {
  test.each(names)('are its own alone (%s)', (name) => {
    const text = JSON.stringify(keysOf(name))
    for (const other of names.filter((service) => service !== name)) {
      expect(text).not.toContain(keysOf(other).signingSeed)
      const foreign = Object.entries({ ...keysOf(other).asks, ...keysOf(other).answers })
      for (const [peer, secret] of foreign) if (peer !== name) expect(text).not.toContain(secret)
    }
  })

  test('hold the public keys and principals of all', () => {
    expect(Object.keys(keysOf('s3').publicKeys)).toEqual(names)
    expect(keysOf('s3').principals['sts']).toBe('sts.amazonaws.com')
  })

  test('hold hop secrets of the declared pairs, the same on both sides', () => {
    expect(Object.keys(keysOf('s3').asks)).toEqual(['iam'])
    expect(Object.keys(keysOf('iam').answers)).toEqual(['s3', 'lambda', 'sts'])
    expect(keysOf('s3').asks['iam']).toBe(keysOf('iam').answers['s3'])
    expect(keysOf('s3').asks['iam']).not.toBe(keysOf('lambda').asks['iam'])
    expect(keysOf('stranger').asks).toEqual({})
  })

  test('hold the key of session tokens only where that is declared', () => {
    expect(keysOf('sts').sessionTokenKey).toBe(keysOf('iam').sessionTokenKey)
    expect(keysOf('s3').sessionTokenKey).toBeUndefined()
    expect(JSON.stringify(keysOf('s3'))).not.toContain(keysOf('sts').sessionTokenKey)
  })

  test('are the same after a restart, and others in another sandbox', () => {
    const again = createLauncherKeys(Buffer.alloc(32, 7), services)
    expect(again.keysFor('iam')).toEqual(keysOf('iam'))
    const other = createLauncherKeys(Buffer.alloc(32, 8), services)
    expect(other.keysFor('iam').signingSeed).not.toBe(keysOf('iam').signingSeed)
  })

  test('survive the way to another process', () => {
    expect(JSON.parse(JSON.stringify(keysOf('iam')))).toEqual(keysOf('iam'))
  })

  test('are made for services with plain names alone', () => {
    const odd = (name: string) => () =>
      createLauncherKeys(Buffer.alloc(32), [{ name, principal: 'x', asks: [] }])
    for (const name of ['', 'S3', 'a_b', '__proto__', 'a/b', '1a']) expect(odd(name)).toThrow()
    expect(() => launcherKeys.keysFor('nobody')).toThrow('INVARIANT')
  })
})
