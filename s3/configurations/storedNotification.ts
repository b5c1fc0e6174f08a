/** Notifications of a bucket: to EventBridge, or to a queue, a topic or a function, which are not here. */
import * as errors from '../errors.ts'
import type { NotificationConfiguration } from '../model/shapes.ts'

// SIMPLIFICATION: the wish to tell EventBridge is kept and shown, but there is no EventBridge yet to be told.
export interface StoredNotification {
  readonly toEventBridge: boolean
}

const TARGETS = [
  'TopicConfigurations',
  'QueueConfigurations',
  'LambdaFunctionConfigurations',
] as const

export function checkTargets(given: NotificationConfiguration): void {
  const target = TARGETS.find((name) => given[name]?.length)
  if (target !== undefined) throw errors.notImplementedParameter(target)
}
