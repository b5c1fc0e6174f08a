/** ec2Query: where EC2's wire is not that of the other query services. */
import { expect, test } from 'vitest'
import { AwsError } from '#kernel/errors/awsError.ts'
import { ec2Query } from '#kernel/protocol/ec2Query.ts'
import { apiOf } from './fixture/models.ts'
import { form, operationOf, textOf } from './fixture/wire.ts'

const api = apiOf('ec2', {
  In: { type: 'structure', members: { Rules: { shape: 'Rules', name: 'ruleSet' } } },
  Out: {
    type: 'structure',
    members: {
      Return: { shape: 'boolean', name: 'return' },
      Rules: { shape: 'Rules', name: 'ruleSet' },
    },
  },
  Rules: { type: 'list', of: { shape: 'Rule', name: 'item' } },
  Rule: { type: 'structure', members: { FromPort: { shape: 'integer', name: 'fromPort' } } },
})
const operation = operationOf(api, 'Do')
const xmlns = 'xmlns="https://sample.amazonaws.com/doc/2026-01-01/"'
const declaration = '<?xml version="1.0" encoding="UTF-8"?>'

test('a call', () => {
  const request = form('Action=Do&Version=2026-01-01&RuleSet.1.FromPort=22')
  expect(ec2Query.identify(api, request)).toEqual({ name: 'Do', supported: true })
  expect(ec2Query.parse(api, operation, request)).toEqual({ Rules: [{ FromPort: 22 }] })
})

test('an answer has no result element, and its id inside', () => {
  const output = { Return: true, Rules: [{ FromPort: 22 }] }
  expect(textOf(ec2Query.serialise(api, operation, output, { requestId: 'id-1' }))).toBe(
    `${declaration}<DoResponse ${xmlns}><requestId>id-1</requestId><return>true</return>` +
      '<ruleSet><item><fromPort>22</fromPort></item></ruleSet></DoResponse>',
  )
})

test('an error has a form of its own', () => {
  const error = new AwsError({ code: 'InvalidGroup.NotFound', message: 'gone' })
  expect(textOf(ec2Query.fail(api, error, { requestId: 'id-1' }))).toBe(
    `${declaration}<Response><Errors><Error><Code>InvalidGroup.NotFound</Code><Message>gone</Message>` +
      '</Error></Errors><RequestID>id-1</RequestID></Response>',
  )
})
