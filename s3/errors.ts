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
