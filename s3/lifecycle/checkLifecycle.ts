/** What S3 asks of a lifecycle configuration beyond its schema (S3 User Guide, "Lifecycle configuration elements"). */
import * as errors from '../errors.ts'
import type {
  LifecycleExpiration,
  LifecycleRule,
  LifecycleRuleFilter,
  Transition,
} from '../model/shapes.ts'

const MAX_RULES = 1000
const MAX_ID = 255
const DAY = 86_400_000

export function checkLifecycle(rules: readonly LifecycleRule[]): void {
  if (rules.length > MAX_RULES) throw errors.malformedXml(`more than ${MAX_RULES} rules`)
  const ids = new Set<string>()
  for (const rule of rules) {
    checkId(rule.ID, ids)
    checkFilter(rule)
    checkActions(rule)
  }
}

function checkId(id: string | undefined, ids: Set<string>): void {
  if (!id) return
  if (id.length > MAX_ID)
    throw errors.invalidArgument('ID', id, `ID length should not exceed allowed limit of ${MAX_ID}`)
  if (ids.has(id))
    throw errors.invalidArgument(
      'ID',
      id,
      'Rule ID must be unique. Found same ID for one or more rules',
    )
  ids.add(id)
}

/** `Prefix` of a rule is of 2006, `Filter` of 2016: one of them must be there. */
function checkFilter({ Prefix, Filter }: LifecycleRule): void {
  if ((Prefix === undefined) === (Filter === undefined))
    throw errors.malformedXml('either Prefix or Filter')
  if (!Filter) return
  if (given(Filter) > 1) throw errors.malformedXml('a Filter of several parts needs And')
  const { And } = Filter
  if (And && given({ ...And, Tags: undefined }) + (And.Tags?.length ?? 0) < 2)
    throw errors.malformedXml('And needs several parts')
}

const given = (parts: LifecycleRuleFilter | object): number =>
  Object.values(parts).filter((part) => part !== undefined).length

function checkActions(rule: LifecycleRule): void {
  const transitions = rule.Transitions ?? []
  const { Expiration, NoncurrentVersionExpiration, AbortIncompleteMultipartUpload: abort } = rule
  if (!hasAction(rule))
    throw errors.invalidRequest('At least one action needs to be specified in a rule')
  if (Expiration) checkExpiration(Expiration)
  for (const transition of transitions) checkTransition(transition)
  checkOrder(rule)
  checkPositive(
    'NoncurrentDays',
    'NoncurrentVersionExpiration',
    NoncurrentVersionExpiration?.NoncurrentDays,
  )
  checkPositive('DaysAfterInitiation', 'AbortIncompleteMultipartUpload', abort?.DaysAfterInitiation)
  if (abort && hasTags(rule.Filter))
    throw errors.invalidRequest('AbortIncompleteMultipartUpload cannot be specified with Tags.')
}

const hasAction = (rule: LifecycleRule): boolean =>
  rule.Expiration !== undefined ||
  rule.NoncurrentVersionExpiration !== undefined ||
  rule.AbortIncompleteMultipartUpload !== undefined ||
  [rule.Transitions, rule.NoncurrentVersionTransitions].some((list) => list?.length)

const hasTags = (filter: LifecycleRuleFilter | undefined): boolean =>
  filter?.Tag !== undefined || (filter?.And?.Tags?.length ?? 0) > 0

function checkExpiration(expiration: LifecycleExpiration): void {
  if (given(expiration) !== 1) throw errors.malformedXml('one of Days, Date and the delete marker')
  checkPositive('Days', 'Expiration', expiration.Days)
  checkMidnight(expiration.Date)
}

function checkTransition(transition: Transition): void {
  const { Days, Date: date, StorageClass } = transition
  if (StorageClass === undefined || (Days === undefined) === (date === undefined))
    throw errors.malformedXml('a StorageClass, and either Days or Date')
  checkMidnight(date)
  if (Days === undefined) return
  if (Days < 0)
    throw errors.invalidArgument(
      'Days',
      String(Days),
      "'Days' for Transition action must be nonnegative",
    )
  const least = LEAST_DAYS.get(StorageClass) ?? 0
  if (Days < least)
    throw errors.invalidArgument(
      'Days',
      String(Days),
      `'Days' in Transition action must be greater than or equal to ${least} for storageClass '${StorageClass}'`,
    )
}

const LEAST_DAYS: ReadonlyMap<string, number> = new Map([
  ['STANDARD_IA', 30],
  ['ONEZONE_IA', 30],
])

function checkPositive(name: string, action: string, days: number | undefined): void {
  if (days === undefined || days > 0) return
  throw errors.invalidArgument(
    name,
    String(days),
    `'${name}' for ${action} action must be a positive integer`,
  )
}

function checkMidnight(date: Date | undefined): void {
  if (date && date.getTime() % DAY !== 0)
    throw errors.invalidArgument('Date', date.toISOString(), "'Date' must be at midnight GMT")
}

/** What is gone cannot change its class any more. */
function checkOrder({ Expiration, Transitions = [], Prefix, Filter }: LifecycleRule): void {
  const prefix = Prefix ?? Filter?.Prefix ?? Filter?.And?.Prefix ?? ''
  const dated = [Expiration, ...Transitions].filter((action) => action?.Date !== undefined)
  const counted = [Expiration, ...Transitions].filter((action) => action?.Days !== undefined)
  if (dated.length > 0 && counted.length > 0)
    throw errors.invalidRequest(
      `Found mixed 'Date' and 'Days' based Expiration and Transition actions in lifecycle rule for prefix '${prefix}'`,
    )
  const days = Expiration?.Days
  if (days !== undefined && Transitions.some((transition) => (transition.Days ?? 0) >= days))
    throw errors.invalidArgument(
      'Days',
      String(days),
      `'Days' in the Expiration action for filter '(prefix=${prefix})' must be greater than 'Days' in the Transition action`,
    )
}
