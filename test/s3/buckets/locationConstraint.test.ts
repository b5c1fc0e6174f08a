import { describe, expect, test } from 'vitest'
import { AwsError } from '#kernel/errors/awsError.ts'
import { checkLocationConstraint } from '#s3/buckets/locationConstraint.ts'

function refusalOf(constraint: string | undefined, region: string): AwsError | undefined {
  try {
    checkLocationConstraint(constraint, region)
    return undefined
  } catch (error) {
    if (error instanceof AwsError) return error
    throw error
  }
}

describe('LocationConstraint', () => {
  test.each([
    [undefined, 'us-east-1'],
    ['eu-west-1', 'eu-west-1'],
    ['us-west-2', 'us-west-2'],
    ['EU', 'eu-west-1'],
  ])('%s in a request signed for %s makes a bucket there', (constraint, region) => {
    expect(refusalOf(constraint, region)).toBeUndefined()
  })

  test.each([
    [undefined, 'eu-west-1', 'IllegalLocationConstraintException', 'unspecified'],
    ['eu-west-1', 'us-east-1', 'IllegalLocationConstraintException', 'eu-west-1'],
    ['eu-west-1', 'eu-central-1', 'IllegalLocationConstraintException', 'eu-west-1'],
    ['EU', 'us-east-1', 'IllegalLocationConstraintException', 'EU'],
  ])('%s in a request signed for %s is illegal', (constraint, region, code, named) => {
    const refusal = refusalOf(constraint, region)
    expect(refusal).toMatchObject({ code, status: 400 })
    expect(refusal?.message).toBe(
      `The ${named} location constraint is incompatible for the region specific endpoint this request was sent to.`,
    )
  })

  test.each([
    ['us-east-1', 'us-east-1'],
    ['mars-north-1', 'mars-north-1'],
    ['', 'us-east-1'],
    ['constructor', 'us-east-1'],
  ])('%s is no location, whatever region is signed for (%s)', (constraint, region) => {
    expect(refusalOf(constraint, region)).toMatchObject({
      code: 'InvalidLocationConstraint',
      status: 400,
      message: 'The specified location-constraint is not valid',
      members: { LocationConstraint: constraint },
    })
  })
})
