import { describe, expect, test } from 'vitest'
import { anonymous } from '#kernel/hops/caller.ts'
import { checkOverrides, overriddenHeaders } from '#s3/objects/responseOverrides.ts'

describe('response-… parameters', () => {
  test('replace only the headers that they name', () => {
    expect(overriddenHeaders({ ResponseContentType: 'text/html' })).toEqual({
      ContentType: 'text/html',
    })
  })

  test('are refused to nobody, who could make a stranger’s bucket serve pages', () => {
    expect(() => checkOverrides({ ResponseContentType: 'text/html' }, anonymous)).toThrow(
      expect.objectContaining({ code: 'InvalidRequest', status: 400 }),
    )
    expect(() => checkOverrides({}, anonymous)).not.toThrow()
  })
})
