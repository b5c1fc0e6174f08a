import { describe, expect, test } from 'vitest'
import { forPeople } from '#cli/render/forPeople.ts'

describe('a value of the wire, for people', () => {
  test.each([
    ['an instant as its time', '2026-11-24T23:47:12.074Z', '23:47:12Z'],
    ['the beginning of a SAML id', '_965af9874c84fa7164acec9c921dca95eb858ee0', '_965af987…'],
    [
      'the beginning of a UUID in an address',
      'http://127.0.0.1:4571/acs/f788b084-4ccc-4b3c-96d1-fddad5a12afc',
      'http://127.0.0.1:4571/acs/f788b084…',
    ],
    [
      'a role with its suffix',
      'AWSReservedSSO_BucketCreator_cd20579b33da8dae',
      'AWSReservedSSO_BucketCreator_cd20579b33da8dae',
    ],
    ['what only looks like an instant', '2026-99-99T99:99:99Z', '2026-99-99T99:99:99Z'],
    ['a count', 3600, 3600],
  ])('shows %s', (_what, value, shown) => {
    expect(forPeople(value, '…')).toBe(shown)
  })
})
