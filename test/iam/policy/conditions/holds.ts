/** Asks one condition: `operator` as a policy writes it, the policy's values, the request's values. */
import { compileCondition, matchCondition } from '#iam/policy/conditions/condition.ts'
import { operatorReference } from '#iam/policy/conditions/operatorReference.ts'
import { requestContext } from '#iam/policy/requestContext.ts'

export const ABSENT = undefined

export function holds(
  operator: string,
  wanted: string | readonly string[],
  got: string | readonly string[] | undefined,
  others: Readonly<Record<string, readonly string[]>> = {},
): boolean {
  const reference = operatorReference(operator)
  if (reference === undefined) throw new Error(`no operator ${operator}`)
  const values = typeof wanted === 'string' ? [wanted] : wanted
  const condition = compileCondition(reference, 'test:Key', values, '2012-10-17')
  const request = got === undefined ? {} : { 'test:key': typeof got === 'string' ? [got] : got }
  const context = requestContext(() => Object.entries({ ...others, ...request }))
  return matchCondition(condition, context).matched
}
