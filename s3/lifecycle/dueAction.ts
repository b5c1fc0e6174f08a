/**
 * What a lifecycle configuration does with one object at one instant. Days count from the object's creation to the
 * next midnight (UTC) after them; of several rules the one that deletes wins, then the one that comes last.
 */
import type { StoredObject } from '../state.ts'
import type { StoredLifecycle, StoredRule } from './storedLifecycle.ts'

export interface LifecycleObject {
  readonly key: string
  readonly object: StoredObject
}

export type DueAction =
  | { readonly kind: 'expire'; readonly rule: string }
  | { readonly kind: 'transition'; readonly rule: string; readonly storageClass: string }

const DAY = 86_400_000

export function dueAction(
  { rules, minimumSize }: StoredLifecycle,
  subject: LifecycleObject,
  now: number,
): DueAction | undefined {
  const fitting = rules.filter((rule) => rule.Status === 'Enabled' && fits(rule, subject))
  const expiring = fitting.find(({ Expiration }) => isDue(Expiration, subject, now))
  if (expiring) return { kind: 'expire', rule: expiring.ID }
  const isSmall = subject.object.body.size < MINIMUM_SIZE
  if (isSmall && minimumSize === 'all_storage_classes_128K') return undefined
  return latestTransition(fitting, subject, now)
}

/** Transitions of smaller objects would cost more than they save: by default AWS leaves them where they are. */
const MINIMUM_SIZE = 128 * 1024

interface Timing {
  readonly Days?: number | undefined
  readonly at?: number | undefined
}

function isDue(timing: Timing | undefined, subject: LifecycleObject, now: number): boolean {
  const instant = timing && dueAt(timing, subject)
  return instant !== undefined && now >= instant
}

function dueAt({ Days, at }: Timing, { object }: LifecycleObject): number | undefined {
  if (at !== undefined) return at
  return Days === undefined ? undefined : nextMidnight(object.modifiedAt + Days * DAY)
}

const nextMidnight = (instant: number): number => Math.ceil(instant / DAY) * DAY

function latestTransition(
  rules: readonly StoredRule[],
  subject: LifecycleObject,
  now: number,
): DueAction | undefined {
  const due = rules
    .flatMap(({ ID, Transitions = [] }) => Transitions.map((timing) => ({ ID, timing })))
    .filter(({ timing }) => isDue(timing, subject, now))
    .sort((a, b) => dueAt(a.timing, subject)! - dueAt(b.timing, subject)!)
    .at(-1)
  const storageClass = due?.timing.StorageClass
  if (!due || storageClass === undefined || storageClass === subject.object.storageClass)
    return undefined
  return { kind: 'transition', rule: due.ID, storageClass }
}

/** Objects have no tags here: a rule that asks for one fits none. */
function fits({ Prefix, Filter = {} }: StoredRule, { key, object }: LifecycleObject): boolean {
  const { And = {} } = Filter
  if (Filter.Tag || And.Tags?.length) return false
  const prefix = Prefix ?? Filter.Prefix ?? And.Prefix ?? ''
  const above = Filter.ObjectSizeGreaterThan ?? And.ObjectSizeGreaterThan ?? -1
  const below = Filter.ObjectSizeLessThan ?? And.ObjectSizeLessThan ?? Number.POSITIVE_INFINITY
  const { size } = object.body
  return key.startsWith(prefix) && size > above && size < below
}
