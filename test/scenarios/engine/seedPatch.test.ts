import { expect, test } from 'vitest'
import { defaultSeed } from '#sandbox/seed/defaultSeed.ts'
import { patched } from '#scenarios/engine/seedPatch.ts'

test('a patch leaves the seed that it was given as it was', () => {
  const seed = defaultSeed()
  const before = structuredClone(seed)
  const content = { Version: '2012-10-17', Statement: [] }
  const other = patched(seed, {
    organizationPolicies: [{ name: 'p', type: 'SCP', content, targets: ['root'] }],
    permissionSet: { name: 'BucketCreator', managedPolicies: ['arn:aws:iam::aws:policy/A'] },
    user: { accountId: '222222222222', user: { name: 'u' } },
  })
  expect(seed).toEqual(before)
  expect(other.organization?.policies?.map(({ name }) => name)).toEqual(['p'])
  expect(other.identityCenter?.permissionSets?.map(({ name }) => name)).toEqual([
    'BucketCreator',
    'ReadOnly',
  ])
  expect(other.identityCenter?.permissionSets?.[0]?.inlinePolicy).toBeUndefined()
  expect(other.accounts.find(({ id }) => id === '222222222222')?.users).toEqual([{ name: 'u' }])
})

test('policies and users are put beside those that are there', () => {
  const seed = defaultSeed()
  const policy = { type: 'SCP', content: {}, targets: ['root'] } as const
  seed.organization!.policies = [{ ...policy, name: 'first', targets: ['root'] }]
  const other = patched(seed, {
    organizationPolicies: [{ ...policy, name: 'second', targets: ['root'] }],
    user: { accountId: '000000000000', user: { name: 'u' } },
  })
  expect(other.organization?.policies?.map(({ name }) => name)).toEqual(['first', 'second'])
  expect(other.accounts[0]?.users?.map(({ name }) => name)).toEqual(['admin', 'u'])
})

test('an empty patch changes nothing', () => {
  expect(patched(defaultSeed(), {})).toEqual(defaultSeed())
})
