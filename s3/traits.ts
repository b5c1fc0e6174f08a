/** What no model says of S3's wire. */
import type { ServiceTraits } from '#kernel/protocol/model.ts'

export const s3Traits: ServiceTraits = {
  xmlDates: 'milliseconds',
  xmlLayout: 'compact',
  // S3 does not use AWS's validation framework: each refusal has words of its own.
  validationCode: null,
  constraintOrder: [],
  requestIdHeader: 'x-amz-request-id',
  headers: { Server: 'AmazonS3' },
  refusals: {
    unknown: {
      code: 'MethodNotAllowed',
      status: 405,
      message: 'The specified method is not allowed against this resource.',
      members: { Method: '{method}' },
    },
    notImplemented: {
      code: 'NotImplemented',
      status: 501,
      message: 'The operation {operation} is not implemented.',
    },
    malformedBody: {
      code: 'MalformedXML',
      status: 400,
      message:
        'The XML you provided was not well-formed or did not validate against our published schema',
    },
    malformedUri: {
      code: 'InvalidURI',
      status: 400,
      message: "Couldn't parse the specified URI.",
    },
    malformedValue: {
      code: 'InvalidArgument',
      status: 400,
      message: 'Provided {name} not {expected}',
      members: { ArgumentName: '{name}', ArgumentValue: '{value}' },
    },
  },
  auditStyle: 's3',
}
