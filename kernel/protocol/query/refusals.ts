/** What the front of AWS's query services says before any operation speaks: the same words for all of them. */
import type { RefusalTraits } from '../model.ts'

const malformedInput = { code: 'MalformedInput', status: 400, message: '{problem}' }

export const queryRefusals: RefusalTraits = {
  unknown: {
    code: 'InvalidAction',
    status: 400,
    message: 'Could not find operation {operation} for version {version}',
  },
  missing: {
    code: 'MissingAction',
    status: 400,
    message: 'The request is missing an action or a required parameter.',
  },
  notImplemented: {
    code: 'NotImplemented',
    status: 501,
    message: 'The operation {operation} is not implemented.',
  },
  malformedBody: malformedInput,
  malformedValue: malformedInput,
  malformedUri: {
    code: 'MalformedQueryString',
    status: 404,
    message: 'The query string contains a syntax error.',
  },
}
