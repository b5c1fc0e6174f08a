import { expect, test } from 'vitest'
import type { EvaluationInput } from '#iam/policy/evaluationInput.ts'
import { reasonKeys } from '#iam/policy/reasonKeys.ts'
import {
  ACCOUNT,
  ana,
  ask,
  bucketPolicy,
  OTHER_ACCOUNT,
  policy,
  reader,
  session,
} from './question.ts'

const element = { Effect: 'Deny', Action: 's3:*', Resource: '*' }
const spare = (...names: readonly string[]) =>
  policy('B', { ...element, NotPrincipal: { AWS: names } })
const when = (Condition: unknown) => ({
  identityPolicies: [policy('P', { ...element, Condition })],
})

/** Between them these questions are given every reason there is. */
const questions: readonly Partial<EvaluationInput>[] = [
  {
    identityPolicies: [
      policy('P', element, { ...element, Action: 'iam:*', Resource: 'arn:aws:s3:::x' }),
    ],
  },
  {
    identityPolicies: [
      policy('P', { Effect: 'Deny', NotAction: 's3:*', NotResource: 'arn:aws:s3:::docs/*' }),
      policy('Q', { Effect: 'Deny', NotAction: 'iam:*', NotResource: 'arn:aws:s3:::x' }),
    ],
  },
  { resourcePolicy: bucketPolicy('*') },
  { resourcePolicy: bucketPolicy({ AWS: ACCOUNT }) },
  { resourcePolicy: bucketPolicy({ AWS: OTHER_ACCOUNT }) },
  { resourcePolicy: bucketPolicy({ AWS: ana.arn }) },
  { resourcePolicy: bucketPolicy({ AWS: session.roleArn }), caller: reader },
  { resourcePolicy: spare(ana.arn, ACCOUNT) },
  { resourcePolicy: spare(OTHER_ACCOUNT) },
  { resourcePolicy: spare(ana.arn, ACCOUNT), boundary: policy('P', element) },
  when({ StringEquals: { 'aws:username': 'ana' } }),
  when({ StringEquals: { 'aws:username': 'eva' } }),
  when({ StringEquals: { 'aws:SourceVpc': 'vpc-1' } }),
  when({ StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } }),
]

test('every reason that is given is listed, and every reason that is listed is given', () => {
  const given = questions
    .flatMap((question) => ask(question).layers)
    .flatMap(({ policies }) => policies)
    .flatMap(({ statements }) => statements)
    .flatMap(({ because }) => because.map(({ key }) => key))
  expect([...new Set(given)].toSorted()).toEqual(reasonKeys.toSorted())
})
