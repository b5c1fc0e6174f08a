/** IAM's refusals in AWS's words. [K] marks texts that are remembered, [inf] those that are ours. */
import { AwsError } from '#kernel/errors/awsError.ts'

type HolderType = 'user' | 'group' | 'role'

/** What `resolveCaller` refuses: each service has its own words for the client. */
const keyRefusal = (code: string, message: string): AwsError =>
  new AwsError({ code, status: 403, message })

const INVALID_TOKEN = 'The security token included in the request is invalid.'

export const unknownAccessKey = (): AwsError => keyRefusal('UnknownAccessKey', INVALID_TOKEN)

export const invalidToken = (): AwsError => keyRefusal('InvalidToken', INVALID_TOKEN)

export const expiredToken = (): AwsError =>
  keyRefusal('ExpiredToken', 'The security token included in the request is expired')

const noSuchEntity = (message: string): AwsError =>
  new AwsError({ code: 'NoSuchEntity', status: 404, message })

export const userNotFound = (name: string): AwsError =>
  noSuchEntity(`The user with name ${name} cannot be found.`)

export const roleNotFound = (name: string): AwsError =>
  noSuchEntity(`The role with name ${name} cannot be found.`)

export const groupNotFound = (name: string): AwsError =>
  noSuchEntity(`The group with name ${name} cannot be found.`)

/** [inf] */
export const userNotInGroup = (user: string, group: string): AwsError =>
  noSuchEntity(`The user with name ${user} is not in the group with name ${group}.`)

export const instanceProfileNotFound = (name: string): AwsError =>
  noSuchEntity(`Instance Profile ${name} cannot be found.`)

/** [inf] */
export const roleNotInProfile = (role: string, profile: string): AwsError =>
  noSuchEntity(`The role with name ${role} is not in the instance profile ${profile}.`)

/** [inf] */
export const accountAliasNotFound = (alias: string): AwsError =>
  noSuchEntity(`The account alias ${alias} cannot be found.`)

export const inlinePolicyNotFound = (holder: HolderType, name: string): AwsError =>
  noSuchEntity(`The ${holder} policy with name ${name} cannot be found.`)

export const policyNotFound = (arn: string): AwsError =>
  noSuchEntity(`Policy ${arn} was not found.`)

export const policyNotAttachable = (arn: string): AwsError =>
  noSuchEntity(`Policy ${arn} does not exist or is not attachable.`)

export const policyVersionNotFound = (arn: string, version: string): AwsError =>
  noSuchEntity(`Policy ${arn} version ${version} does not exist or is not attachable.`)

export const boundaryNotFound = (arn: string): AwsError =>
  noSuchEntity(`Scope ARN: ${arn} does not exist or is not attachable.`)

export const accessKeyNotFound = (id: string): AwsError =>
  noSuchEntity(`The Access Key with id ${id} cannot be found.`)

export const samlProviderNotFound = (arn: string): AwsError =>
  noSuchEntity(`Manifest not found for arn ${arn}`)

const alreadyExists = (message: string): AwsError =>
  new AwsError({ code: 'EntityAlreadyExists', status: 409, message })

export const userExists = (name: string): AwsError =>
  alreadyExists(`User with name ${name} already exists.`)

export const roleExists = (name: string): AwsError =>
  alreadyExists(`Role with name ${name} already exists.`)

export const groupExists = (name: string): AwsError =>
  alreadyExists(`Group with name ${name} already exists.`)

export const instanceProfileExists = (name: string): AwsError =>
  alreadyExists(`Instance Profile ${name} already exists.`)

/** [K] */
export const accountAliasExists = (alias: string): AwsError =>
  alreadyExists(`The account alias ${alias} already exists.`)

export const policyExists = (name: string): AwsError =>
  alreadyExists(`A policy called ${name} already exists. Duplicate names are not allowed.`)

/** [K] */
export const samlProviderExists = (name: string): AwsError =>
  alreadyExists(`SAMLProvider with name ${name} already exists.`)

const deleteConflict = (message: string): AwsError =>
  new AwsError({ code: 'DeleteConflict', status: 409, message })

export const mustDetachPolicies = (): AwsError =>
  deleteConflict('Cannot delete entity, must detach all policies first.')

export const mustDeletePolicies = (): AwsError =>
  deleteConflict('Cannot delete entity, must delete policies first.')

export const mustRemoveFromGroups = (): AwsError =>
  deleteConflict('Cannot delete entity, must remove users from group first.')

export const mustRemoveFromProfiles = (): AwsError =>
  deleteConflict('Cannot delete entity, must remove roles from instance profile first.')

export const mustDeleteAccessKeys = (): AwsError =>
  deleteConflict('Cannot delete entity, must delete access keys first.')

/** [K] of a policy that is somebody's boundary AWS says the same. */
export const policyInUse = (): AwsError =>
  deleteConflict('Cannot delete a policy attached to entities.')

export const policyHasVersions = (): AwsError =>
  deleteConflict(
    "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
  )

export const defaultVersionStays = (): AwsError =>
  deleteConflict('Cannot delete the default version of a policy.')

const limitExceeded = (message: string): AwsError =>
  new AwsError({ code: 'LimitExceeded', status: 409, message })

export const quotaExceeded = (quota: string, limit: number): AwsError =>
  limitExceeded(`Cannot exceed quota for ${quota}: ${limit}`)

export const tooManyVersions = (limit: number): AwsError =>
  limitExceeded(
    `A managed policy can have up to ${limit} versions. Before you create a new version, you must delete an existing version.`,
  )

export const inlinePoliciesTooLarge = (limit: number, holder: HolderType, name: string): AwsError =>
  limitExceeded(`Maximum policy size of ${limit} bytes exceeded for ${holder} ${name}`)

const invalidInput = (message: string): AwsError => new AwsError({ code: 'InvalidInput', message })

export const invalidArn = (arn: string): AwsError => invalidInput(`ARN ${arn} is not valid.`)

export const duplicateTagKeys = (): AwsError =>
  invalidInput('Duplicate tag keys found. Please note that Tag keys are case insensitive.')

/** [inf] */
export const reservedTagKey = (key: string): AwsError =>
  invalidInput(`The tag key ${key} begins with aws:, which is reserved for AWS.`)

/** [inf] */
export const reservedPath = (path: string): AwsError =>
  invalidInput(`The path ${path} is reserved for AWS services.`)

/** [K] */
export const invalidMetadata = (why: string): AwsError =>
  new AwsError({
    code: 'InvalidInput',
    message: 'Could not parse metadata',
    detail: { why },
  })

export const linkedRoleTaken = (name: string): AwsError =>
  invalidInput(
    `Service role name ${name} has been taken in this account, please try a different suffix.`,
  )

export const suffixNotAllowed = (principal: string): AwsError =>
  invalidInput(`Custom suffix is not allowed for ${principal}`)

/** [inf] */
export const notAServicePrincipal = (name: string): AwsError =>
  invalidInput(`${name} is not the name of an AWS service.`)

const validationError = (message: string): AwsError =>
  new AwsError({ code: 'ValidationError', message })

export const mustNameUser = (): AwsError =>
  validationError('Must specify userName when calling with non-User credentials')

/** [inf] */
export const invalidMarker = (): AwsError => validationError('Invalid Marker.')

/** A status that only AWS gives. */
export const statusNotSettable = (status: string): AwsError =>
  validationError(
    `1 validation error detected: Value '${status}' at 'status' failed to satisfy constraint: Member must satisfy enum value set: [Active, Inactive]`,
  )

/** A policy that belongs to a service's own role. */
export const servicePolicyNotAttachable = (): AwsError =>
  new AwsError({
    code: 'PolicyNotAttachable',
    message: 'Cannot attach a Service Role Policy to a Customer Role.',
  })

const unmodifiable = (message: string): AwsError =>
  new AwsError({ code: 'UnmodifiableEntity', message })

export const protectedRole = (name: string): AwsError =>
  unmodifiable(
    `Cannot perform the operation on the protected role '${name}' - this role is only modifiable by AWS`,
  )

/** [inf] after the text for roles. */
export const protectedSamlProvider = (name: string): AwsError =>
  unmodifiable(
    `Cannot perform the operation on the protected SAML provider '${name}' - this provider is only modifiable by AWS`,
  )

/** [K] Nobody's policies reach the policies that AWS maintains. */
export const managedByAws = (caller: string, action: string, arn: string): AwsError =>
  new AwsError({
    code: 'AccessDenied',
    status: 403,
    message: `User: ${caller} is not authorized to perform: ${action} on resource: policy ${arn}`,
  })

export const notImplemented = (what: string): AwsError =>
  new AwsError({ code: 'NotImplemented', status: 501, message: `${what} is not implemented.` })

/** [inf] STS's client sees it: the ARN of a managed session policy must be that of a policy. */
export const invalidSessionPolicyArn = (arn: string): AwsError =>
  new AwsError({ code: 'ValidationError', message: `ARN ${arn} is not valid.` })

/** [inf] Likewise: it must be AWS's or of the role's account. */
export const sessionPolicyNotFound = (arn: string): AwsError =>
  new AwsError({
    code: 'MalformedPolicyDocument',
    message: `Policy ${arn} does not exist or is not attachable.`,
  })

export const concurrentModification = (): AwsError =>
  new AwsError({
    code: 'ConcurrentModification',
    status: 409,
    message:
      'The request was rejected because multiple requests to change this object were submitted simultaneously. Wait a few minutes and submit your request again.',
  })

export const internalFailure = (): AwsError =>
  new AwsError({
    code: 'ServiceFailure',
    status: 500,
    message: 'The request processing has failed because of an unknown error, exception or failure.',
  })
