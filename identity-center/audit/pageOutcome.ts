/** What every outcome says that comes from a page and not from a call of an API. */
import type { Ids } from '#kernel/ids/ids.ts'
import type { Outcome, OutcomeCaller } from '#kernel/journal/outcome.ts'
import type { Instance } from '../state.ts'

export interface PageEvent {
  readonly instance: Instance
  readonly now: number
  readonly ids: Ids
  readonly sourceIp: string
  readonly userAgent: string
}

export const pageOutcome = (
  { instance, now, ids, sourceIp, userAgent }: PageEvent,
  caller: OutcomeCaller,
): Omit<Outcome, 'eventName' | 'eventSource'> => ({
  eventId: ids.uuid(),
  at: now,
  account: instance.accountId,
  region: instance.region,
  caller,
  sourceIp,
  userAgent,
  requestId: ids.uuid(),
  requestParameters: null,
  responseElements: null,
  readOnly: false,
  category: 'Management',
  eventType: 'AwsServiceEvent',
})
