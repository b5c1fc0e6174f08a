import { describe, expect, test } from 'vitest'
import { defaultSeed } from '#sandbox/seed/defaultSeed.ts'
import { firstKey } from '#sandbox/seed/firstKey.ts'

const id = '111122223333'
const key = (accessKeyId: string) => ({ accessKeyId, secretAccessKey: `secret of ${accessKeyId}` })

describe('the first key of a seed', () => {
  test('is test/test by default', () => {
    expect(firstKey(defaultSeed())).toEqual({
      accountId: '000000000000',
      accessKeyId: 'test',
      secretAccessKey: 'test',
    })
  })

  test('stands before those of later users and accounts', () => {
    const users = [
      { name: 'keyless' },
      { name: 'u', accessKeys: [key('AKIA1'), key('AKIA2')] },
      { name: 'v', accessKeys: [key('AKIA3')] },
    ]
    const accounts = [
      { id: '000000000000', name: 'keyless' },
      { id, name: 'a', users },
    ]
    expect(firstKey({ accounts })).toEqual({ accountId: id, ...key('AKIA1') })
  })

  test('is the root key where an account has one, as the file lists it before the users', () => {
    const users = [{ name: 'u', accessKeys: [key('AKIA1')] }]
    const accounts = [{ id, name: 'a', rootAccessKey: key('AKIA0'), users }]
    expect(firstKey({ accounts })?.accessKeyId).toBe('AKIA0')
  })

  test('is null where nobody has a key', () => {
    expect(firstKey({ accounts: [{ id, name: 'a' }] })).toBeNull()
  })
})
