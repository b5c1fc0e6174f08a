/** What no model says of IAM's wire. */
import type { ServiceTraits } from '#kernel/protocol/model.ts'
import { queryRefusals } from '#kernel/protocol/query/refusals.ts'

export const iamTraits: ServiceTraits = {
  xmlDates: 'seconds',
  xmlLayout: 'indented',
  validationCode: 'ValidationError',
  constraintOrder: ['pattern', 'length', 'range', 'enum'],
  requestIdHeader: 'x-amzn-RequestId',
  headers: {},
  refusals: queryRefusals,
  auditStyle: 'members',
}
