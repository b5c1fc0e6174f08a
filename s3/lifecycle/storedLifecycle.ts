/** A lifecycle configuration as it is kept: the API's rules, with dates as milliseconds since the epoch. */
import type { Ids } from '#kernel/ids/ids.ts'
import type {
  LifecycleExpiration,
  LifecycleRule,
  Transition,
  TransitionDefaultMinimumObjectSize,
} from '../model/shapes.ts'

type Dated<T> = Omit<T, 'Date'> & { readonly at?: number | undefined }

export type StoredRule = Omit<LifecycleRule, 'Expiration' | 'Transitions'> & {
  readonly ID: string
  readonly Expiration?: Dated<LifecycleExpiration> | undefined
  readonly Transitions?: readonly Dated<Transition>[] | undefined
}

export interface StoredLifecycle {
  readonly rules: readonly StoredRule[]
  readonly minimumSize: TransitionDefaultMinimumObjectSize
}

/** A rule without an id is given one. */
export const storedRule = (
  { ID, Expiration, Transitions, ...rule }: LifecycleRule,
  ids: Ids,
): StoredRule => ({
  ...rule,
  ID: ID || ids.uuid(),
  Expiration: Expiration && stored(Expiration),
  Transitions: Transitions?.map(stored),
})

export const shownRule = ({ Expiration, Transitions, ...rule }: StoredRule): LifecycleRule => ({
  ...rule,
  Expiration: Expiration && shown(Expiration),
  Transitions: Transitions?.map(shown),
})

function stored<T extends { Date?: Date | undefined }>({ Date: date, ...rest }: T): Dated<T> {
  return { ...rest, at: date?.getTime() }
}

const shown = <T extends object>({ at, ...rest }: Dated<T>) =>
  ({ ...rest, Date: at === undefined ? undefined : new Date(at) }) as T & { Date?: Date }
