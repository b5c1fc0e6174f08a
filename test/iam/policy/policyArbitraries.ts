/** Random policies over a small world, so that patterns often meet what is asked. */
import fc from 'fast-check'
import type { NaivePolicy, NaiveRequest, NaiveStatement } from './naiveEvaluator.ts'

const action = fc.constantFrom('s3:GetObject', 's3:PutObject', 's3:ListBucket', 'iam:GetUser')
const actionPattern = fc.constantFrom(
  '*',
  's3:*',
  's3:Get*',
  'S3:getobject',
  's3:?etObject',
  's3:*Object',
  's3:PutObject',
  'iam:*',
  's3:List*',
)
const resource = fc.constantFrom(
  'arn:aws:s3:::docs',
  'arn:aws:s3:::docs/a',
  'arn:aws:s3:::docs/b/a',
  'arn:aws:s3:::other/a',
)
const resourcePattern = fc.constantFrom(
  '*',
  'arn:aws:s3:::docs',
  'arn:aws:s3:::docs/*',
  'arn:aws:s3:::docs/?',
  'arn:aws:s3:::*/a',
  'arn:aws:s3:::d*s/*a',
  'arn:aws:s3:::other/*',
)
const key = fc.constantFrom('test:One', 'test:Two')
const value = fc.constantFrom('a', 'b', 'ab')
const operator = fc.constantFrom('StringEquals', 'StringNotEquals', 'StringLike')
const valuePattern = fc.constantFrom('a', 'b', 'ab', 'a*', '?b')

const some = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: 1, maxLength: 2 })

const actions = fc.oneof(
  { weight: 4, arbitrary: fc.record({ Action: some(actionPattern) }) },
  { weight: 1, arbitrary: fc.record({ NotAction: some(actionPattern) }) },
)
const resources = fc.oneof(
  { weight: 4, arbitrary: fc.record({ Resource: some(resourcePattern) }) },
  { weight: 1, arbitrary: fc.record({ NotResource: some(resourcePattern) }) },
)
const condition = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record({
      Condition: fc.dictionary(
        operator,
        fc.dictionary(key, some(valuePattern), { minKeys: 1, maxKeys: 2 }),
        { minKeys: 1, maxKeys: 2, noNullPrototype: true },
      ),
    }),
  },
)

function statementOf(effect: fc.Arbitrary<'Allow' | 'Deny'>): fc.Arbitrary<NaiveStatement> {
  return fc
    .tuple(effect, actions, resources, condition)
    .map(([Effect, ...elements]) => Object.assign({ Effect }, ...elements) as NaiveStatement)
}

const mostlyAllow = fc.oneof(
  { weight: 5, arbitrary: fc.constant('Allow' as const) },
  { weight: 1, arbitrary: fc.constant('Deny' as const) },
)

export const statement = statementOf(mostlyAllow)
export const allowStatement = statementOf(fc.constant('Allow'))
export const denyStatement = statementOf(fc.constant('Deny'))

export const policy: fc.Arbitrary<NaivePolicy> = fc.array(statement, { minLength: 1, maxLength: 3 })

const policies = fc.array(policy, { minLength: 1, maxLength: 2 })

export const request: fc.Arbitrary<NaiveRequest> = fc.record({
  action,
  resource,
  keys: fc.dictionary(key, value, { maxKeys: 2, noNullPrototype: true }),
  identity: policies,
  boundary: fc.option(policy, { freq: 2 }),
  session: fc.array(policy, { maxLength: 2 }),
  scps: fc.option(fc.array(policies, { minLength: 1, maxLength: 2 }), { freq: 2 }),
})
