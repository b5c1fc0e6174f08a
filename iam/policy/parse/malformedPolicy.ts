/**
 * `MalformedPolicyDocument`: every way in which a policy can be wrong, with AWS's text for it. IAM says it
 * one way of identity policies and another of trust policies; resource policies follow S3's texts.
 */
import { AwsError } from '#kernel/errors/awsError.ts'
import type { PolicyKind } from '../policy.ts'

type Text = (value: string) => string

interface Texts {
  readonly text: Text
  readonly session?: Text
  readonly trust?: Text
  readonly resource?: Text
}

const always = (text: string) => () => text

const SYNTAX = always('Syntax errors in policy.')
const S3_SYNTAX = always('Invalid policy syntax.')
const INVALID_JSON = always('This policy contains invalid Json')
const LEGACY = always('The policy failed legacy parsing')
const DUPLICATE_SID = always('The Statement Ids in the policy are not unique')
const VERSION = always('The policy must contain a valid version string')
const EMPTY_STATEMENT = always('Could not parse the policy: Statement is empty!')
const INVALID_EFFECT: Text = (effect) => `Invalid effect: ${effect}`
const S3_RESOURCE = always('Policy has invalid resource')
const S3_ACTION = always('Policy has invalid action')

const missing = (field: string) => {
  const text = always(`Missing required field ${field}`)
  return { trust: text, resource: text }
}

const syntax: Texts = { text: SYNTAX, resource: S3_SYNTAX }

/** [K] marks texts that are remembered, not recorded. */
const TEXTS = {
  tooLarge: syntax,
  tooDeep: syntax,
  tooManyStatements: syntax,
  invalidJson: {
    text: SYNTAX,
    session: INVALID_JSON,
    trust: INVALID_JSON,
    resource: INVALID_JSON,
  },
  notAnObject: {
    text: SYNTAX,
    session: INVALID_JSON,
    trust: INVALID_JSON,
    resource: always("Policies must be valid JSON and the first byte must be '{'"),
  },
  duplicateElement: syntax,
  unknownElement: syntax,
  wrongType: syntax,
  version: { text: SYNTAX, trust: VERSION, resource: VERSION },
  versionTooOld: { text: always('Policy document must be version 2012-10-17 or greater.') },
  missingStatement: { text: SYNTAX, ...missing('Statement') },
  emptyStatement: { text: SYNTAX, trust: EMPTY_STATEMENT, resource: EMPTY_STATEMENT },
  missingEffect: { text: SYNTAX, ...missing('Effect') },
  effect: { text: SYNTAX, trust: INVALID_EFFECT, resource: INVALID_EFFECT },
  effectCase: { text: LEGACY, trust: INVALID_EFFECT, resource: INVALID_EFFECT },
  sid: {
    // [K]
    text: always(
      'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*',
    ),
  },
  duplicateSid: {
    text: always('Statement IDs (SID) in a single policy must be unique.'),
    trust: DUPLICATE_SID,
    resource: DUPLICATE_SID,
  },
  missingActions: {
    text: always('Policy statement must contain actions.'),
    ...missing('Action'),
  },
  missingResources: {
    text: always('Policy statement must contain resources.'),
    ...missing('Resource'),
  },
  missingPrincipal: { text: SYNTAX, ...missing('Principal') },
  emptyPrincipal: { text: SYNTAX, ...missing('Principal cannot be empty!') },
  prohibitedPrincipal: { text: always('Policy document should not specify a principal.') },
  prohibitedResource: { text: always('Has prohibited field Resource') },
  allowWithNotPrincipal: { text: always('Allow with NotPrincipal is not allowed.') },
  principal: {
    text: (principal) => `Invalid principal in policy: ${principal}`,
    resource: always('Invalid principal in policy'),
  },
  actionWithoutVendor: {
    text: always('Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.'),
    resource: S3_ACTION,
  },
  actionVendor: { text: (vendor) => `Vendor ${vendor} is not valid`, resource: S3_ACTION },
  actionColons: {
    text: always('Actions/Condition can contain only one colon.'),
    resource: S3_ACTION,
  },
  trustAction: { text: always('AssumeRole policy may only specify STS AssumeRole actions.') },
  resourceNotArn: {
    text: (resource) => `Resource ${resource} must be in ARN format or "*".`,
    resource: S3_RESOURCE,
  },
  resourcePartition: {
    text: (arn) => `Partition "${arn.split(':')[1]}" is not valid for resource "${arn}".`,
    resource: S3_RESOURCE,
  },
  resourceVendor: {
    text: always('Resource vendor must be fully qualified and cannot contain regexes.'),
    resource: S3_RESOURCE,
  },
  resourceTooShort: { text: LEGACY, resource: S3_RESOURCE },
  resourceRegion: {
    text: (resource) => `Resource ${resource} can not contain region information.`,
    resource: S3_RESOURCE,
  },
  iamResourceRegion: {
    text: (resource) => `IAM resource ${resource} cannot contain region information.`,
    resource: S3_RESOURCE,
  },
  iamResourcePath: {
    text: (prefixes) =>
      `IAM resource path must either be "*" or start with ${prefixes.replaceAll(',', ', ')}.`,
    resource: S3_RESOURCE,
  },
  conditionOperator: syntax,
  conditionDate: { text: LEGACY },
} satisfies Record<string, Texts>

export type MalformedReason = keyof typeof TEXTS

/** [K] Organizations says the same of everything that is wrong with an SCP or RCP. */
const GUARDRAIL =
  'The provided policy document does not meet the requirements of the specified policy type.'

/** `value`: what was found there. `detail.reason` tells other services which of their texts to use. */
export function malformedPolicy(reason: MalformedReason, kind: PolicyKind, value = ''): AwsError {
  return new AwsError({
    code: 'MalformedPolicyDocument',
    message: textOf(TEXTS[reason], kind)(value),
    detail: { reason, kind, ...(value !== '' && { value }) },
  })
}

function textOf(texts: Texts, kind: PolicyKind): Text {
  if (kind === 'scp' || kind === 'rcp') return always(GUARDRAIL)
  if (kind === 'identity' || kind === 'boundary') return texts.text
  return texts[kind] ?? texts.text
}
