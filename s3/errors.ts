/** S3's refusals in S3's words (API reference, "Error responses"). Those of a signature are in kernel/sigv4. */
import { AwsError, type AwsErrorInit } from '#kernel/errors/awsError.ts'

type Members = NonNullable<AwsErrorInit['members']>

const refusal = (status: number, code: string, message: string, members: Members = {}) =>
  new AwsError({ code, status, message, members })

// Buckets

export const invalidBucketName = (name: string, problem: string) =>
  new AwsError({
    code: 'InvalidBucketName',
    message: 'The specified bucket is not valid.',
    members: { BucketName: name },
    detail: { problem },
  })

export const noSuchBucket = (name: string) =>
  refusal(404, 'NoSuchBucket', 'The specified bucket does not exist', { BucketName: name })

export const bucketAlreadyExists = (name: string) =>
  refusal(
    409,
    'BucketAlreadyExists',
    'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.',
    { BucketName: name },
  )

export const bucketAlreadyOwnedByYou = (name: string) =>
  refusal(
    409,
    'BucketAlreadyOwnedByYou',
    'Your previous request to create the named bucket succeeded and you already own it.',
    { BucketName: name },
  )

export const bucketNotEmpty = (name: string) =>
  refusal(409, 'BucketNotEmpty', 'The bucket you tried to delete is not empty', {
    BucketName: name,
  })

export const tooManyBuckets = () =>
  refusal(400, 'TooManyBuckets', 'You have attempted to create more buckets than allowed')

/** `constraint` is the location asked for, or `unspecified`. */
export const illegalLocationConstraint = (constraint: string) =>
  refusal(
    400,
    'IllegalLocationConstraintException',
    `The ${constraint} location constraint is incompatible for the region specific endpoint this request was sent to.`,
  )

export const invalidLocationConstraint = (constraint: string) =>
  refusal(400, 'InvalidLocationConstraint', 'The specified location-constraint is not valid', {
    LocationConstraint: constraint,
  })

/** A bucket whose objects all belong to its owner has no ACLs; every new bucket is one since April 2023. */
export const bucketAclWithObjectOwnership = () =>
  refusal(
    400,
    'InvalidBucketAclWithObjectOwnership',
    "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting",
  )

export const aclNotSupported = () =>
  refusal(400, 'AccessControlListNotSupported', 'The bucket does not allow ACLs')

// Objects

export const noSuchKey = (key: string) =>
  refusal(404, 'NoSuchKey', 'The specified key does not exist.', { Key: key })

export const keyTooLong = (size: number, limit: number) =>
  refusal(400, 'KeyTooLongError', 'Your key is too long', {
    Size: size,
    MaxSizeAllowed: limit,
  })

export const metadataTooLarge = (size: number, limit: number) =>
  refusal(
    400,
    'MetadataTooLarge',
    'Your metadata headers exceed the maximum allowed metadata size',
    { Size: size, MaxSizeAllowed: limit },
  )

export const invalidStorageClass = (given: string) =>
  refusal(400, 'InvalidStorageClass', 'The storage class you specified is not valid', {
    StorageClassRequested: given,
  })

export const invalidEncryption = (given: string) =>
  refusal(
    400,
    'InvalidEncryptionAlgorithmError',
    'The encryption request you specified is not valid. The valid value is AES256.',
    { ArgumentName: 'x-amz-server-side-encryption', ArgumentValue: given },
  )

/** An archived object must be restored before it can be read. */
export const invalidObjectState = (storageClass: string) =>
  refusal(403, 'InvalidObjectState', "The operation is not valid for the object's storage class", {
    StorageClass: storageClass,
  })

export const preconditionFailed = (condition: string) =>
  refusal(
    412,
    'PreconditionFailed',
    'At least one of the pre-conditions you specified did not hold',
    { Condition: condition },
  )

/** Not a failure, but an answer without the operation's result. */
export const notModified = (headers: Readonly<Record<string, string>>) =>
  new AwsError({ code: 'NotModified', status: 304, message: 'Not Modified', headers })

export const invalidRange = (requested: string, size: number) =>
  refusal(416, 'InvalidRange', 'The requested range is not satisfiable', {
    RangeRequested: requested,
    ActualObjectSize: size,
  })

export const anonymousOverride = () =>
  refusal(
    400,
    'InvalidRequest',
    'Request specific response headers cannot be used for anonymous GET requests.',
  )

// Bodies

export const missingContentLength = () =>
  refusal(411, 'MissingContentLength', 'You must provide the Content-Length HTTP header.')

export const entityTooLarge = (proposed: number, limit: number) =>
  new AwsError({
    code: 'EntityTooLarge',
    message: 'Your proposed upload exceeds the maximum allowed size',
    members: { ProposedSize: proposed, MaxSizeAllowed: limit },
    // The rest of the body is not waited for.
    headers: { connection: 'close' },
  })

/** A document, not an object, that is too long. */
export const maxMessageLengthExceeded = (limit: number) =>
  new AwsError({
    code: 'MaxMessageLengthExceeded',
    message: 'Your request was too big.',
    members: { MaxMessageLengthBytes: limit },
    headers: { connection: 'close' },
  })

export const invalidDigest = (given: string) =>
  refusal(400, 'InvalidDigest', 'The Content-MD5 you specified was invalid.', {
    'Content-MD5': given,
  })

export const contentMd5Differs = (declared: string, computed: string) =>
  refusal(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.', {
    ExpectedDigest: declared,
    CalculatedDigest: computed,
  })

export const checksumDiffers = (algorithm: string) =>
  refusal(400, 'BadDigest', `The ${algorithm} you specified did not match the calculated checksum.`)

export const severalChecksums = () =>
  refusal(
    400,
    'InvalidRequest',
    'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
  )

export const invalidChecksumHeader = (name: string) =>
  refusal(400, 'InvalidRequest', `Value for ${name} header is invalid.`)

export const announcedChecksumMissing = () =>
  refusal(
    400,
    'InvalidRequest',
    'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
  )

// Any request

export const invalidUri = () => refusal(400, 'InvalidURI', "Couldn't parse the specified URI.")

export const invalidArgument = (name: string, value: string, message = 'Invalid Argument') =>
  refusal(400, 'InvalidArgument', message, { ArgumentName: name, ArgumentValue: value })

export const invalidContinuationToken = (token: string) =>
  invalidArgument('continuation-token', token, 'The continuation token provided is incorrect')

/** S3's sentence where it does not say who may do what: to strangers. */
export const accessDenied = (detail: Readonly<Record<string, unknown>> = {}) =>
  new AwsError({ code: 'AccessDenied', status: 403, message: 'Access Denied', detail })

export const notImplementedHeader = (name: string) =>
  refusal(
    501,
    'NotImplemented',
    'A header you provided implies functionality that is not implemented',
    { Header: name },
  )

/** The same for what stands in the query or the body. */
export const notImplementedParameter = (name: string) =>
  refusal(
    501,
    'NotImplemented',
    'A parameter you provided implies functionality that is not implemented',
    { Parameter: name },
  )

export const operationAborted = () =>
  refusal(
    409,
    'OperationAborted',
    'A conflicting conditional operation is currently in progress against this resource. Please try again.',
  )

export const internalError = () =>
  refusal(500, 'InternalError', 'We encountered an internal error. Please try again.')

// What a bucket has been told

const absent = (code: string, message: string) => (bucket: string) =>
  refusal(404, code, message, { BucketName: bucket })

export const noSuchBucketPolicy = absent('NoSuchBucketPolicy', 'The bucket policy does not exist')

export const noSuchPublicAccessBlock = absent(
  'NoSuchPublicAccessBlockConfiguration',
  'The public access block configuration was not found',
)

export const noSuchAccountBlock = (account: string) =>
  refusal(
    404,
    'NoSuchPublicAccessBlockConfiguration',
    'The public access block configuration was not found',
    { AccountId: account },
  )

export const ownershipControlsNotFound = absent(
  'OwnershipControlsNotFoundError',
  'The bucket ownership controls were not found',
)

export const malformedPolicy = (message: string, detail: Readonly<Record<string, unknown>> = {}) =>
  new AwsError({ code: 'MalformedPolicy', message, detail })

/** A bucket's policy is its owner's business alone, whomever the policy itself would let in. */
export const policyOfAnotherAccount = (method: string) =>
  refusal(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.', {
    Method: method,
    ResourceType: 'BUCKETPOLICY',
  })

/** The sentence of a denial, with S3's own setting as its reason. */
export const publicPolicyBlocked = (caller: string, resource: string) =>
  refusal(
    403,
    'AccessDenied',
    `User: ${caller} is not authorized to perform: s3:PutBucketPolicy on resource: "${resource}" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.`,
  )

export const malformedXml = (problem: string) =>
  new AwsError({
    code: 'MalformedXML',
    message:
      'The XML you provided was not well-formed or did not validate against our published schema',
    detail: { problem },
  })

export const missingRequestBody = () =>
  refusal(400, 'MissingRequestBodyError', 'Request Body is empty')

export const missingDigest = () =>
  refusal(
    400,
    'InvalidRequest',
    'Missing required header for this request: Content-MD5 OR x-amz-checksum-*',
  )

export const invalidRequest = (message: string) => refusal(400, 'InvalidRequest', message)

export const noSuchCorsConfiguration = absent(
  'NoSuchCORSConfiguration',
  'The CORS configuration does not exist',
)

export const noSuchTagSet = absent('NoSuchTagSet', 'The TagSet does not exist')

export const noSuchWebsiteConfiguration = absent(
  'NoSuchWebsiteConfiguration',
  'The specified bucket does not have a website configuration',
)

export const noSuchLifecycleConfiguration = absent(
  'NoSuchLifecycleConfiguration',
  'The lifecycle configuration does not exist',
)

export const replicationNotFound = absent(
  'ReplicationConfigurationNotFoundError',
  'The replication configuration was not found',
)

export const replicationNeedsVersions = (bucket: string) =>
  refusal(
    400,
    'InvalidRequest',
    "Versioning must be 'Enabled' on the bucket to apply a replication configuration",
    { BucketName: bucket },
  )

export const accelerationOfDottedName = () =>
  invalidRequest(
    'S3 Transfer Acceleration is not supported for buckets with periods (.) in their names',
  )

export const badRequest = (message: string) => refusal(400, 'BadRequest', message)

export const invalidTag = (message: string, key: string) =>
  refusal(400, 'InvalidTag', message, { TagKey: key })

export const invalidLoggingTarget = (bucket: string, message: string) =>
  refusal(400, 'InvalidTargetBucketForLogging', message, { TargetBucket: bucket })

export const crossLocationLogging = (
  source: string,
  target: { readonly name: string; readonly region: string },
) =>
  refusal(403, 'CrossLocationLoggingProhibited', 'Cross S3 location logging not allowed. ', {
    TargetBucketLocation: target.region,
    SourceBucketLocation: source,
  })

export const noSuchConfiguration = () =>
  refusal(404, 'NoSuchConfiguration', 'The specified configuration does not exist.')

export const invalidConfigurationId = () =>
  refusal(400, 'InvalidConfigurationId', 'The specified configuration id is invalid.')

export const idMismatch = () =>
  refusal(400, 'IdMismatch', 'Document ID does not match the specified configuration ID.')

export const tooManyConfigurations = () =>
  refusal(
    400,
    'TooManyConfigurations',
    'You are attempting to create a new configuration but have already reached the 1,000-configuration limit.',
  )

export const invalidDestinationBucket = () =>
  refusal(400, 'InvalidS3DestinationBucket', 'Invalid bucket ARN.')

export const corsForbidden = (message: string, method: string, resource: string) =>
  refusal(403, 'AccessForbidden', message, { Method: method, ResourceType: resource })

/** The endpoint of one region was asked for a bucket of another. */
export const permanentRedirect = (bucket: { readonly name: string; readonly region: string }) =>
  new AwsError({
    code: 'PermanentRedirect',
    status: 301,
    message:
      'The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.',
    members: {
      Endpoint: `${bucket.name}.s3.${bucket.region}.amazonaws.com`,
      Bucket: bucket.name,
    },
    headers: { 'x-amz-bucket-region': bucket.region },
  })

export const accelerationNotConfigured = () =>
  invalidRequest('S3 Transfer Acceleration is not configured on this bucket')

export const kmsNeedsSignature = () =>
  refusal(
    400,
    'InvalidArgument',
    'Requests specifying Server Side Encryption with AWS KMS managed keys require AWS Signature Version 4.',
    { ArgumentName: 'Authorization', ArgumentValue: 'null' },
  )

export const unexpectedContent = () =>
  refusal(400, 'UnexpectedContent', 'This request contains unsupported content.')

export const malformedAcl = () =>
  refusal(
    400,
    'MalformedACLError',
    'The XML you provided was not well-formed or did not validate against our published schema',
  )

export const unresolvableGrant = (address: string) =>
  refusal(
    400,
    'UnresolvableGrantByEmailAddress',
    'The e-mail address you provided does not match any account on record.',
    { Email: address },
  )

/** A new bucket blocks public ACLs: it cannot be made with one. */
export const bucketAclWithPublicAccessBlock = () =>
  refusal(
    400,
    'InvalidBucketAclWithBlockPublicAccessError',
    'Bucket cannot have public ACLs set with BlockPublicAccess enabled',
  )

export const publicAclBlocked = (caller: string, action: string, resource: string) =>
  refusal(
    403,
    'AccessDenied',
    `User: ${caller} is not authorized to perform: ${action} on resource: "${resource}" because public access control lists (ACLs) are prevented by the BlockPublicAcls setting in S3 Block Public Access.`,
  )

export const missingAcl = () =>
  refusal(400, 'MissingSecurityHeader', 'Your request was missing a required header', {
    MissingHeaderName: 'x-amz-acl',
  })
