/** What is held against an attack, by the key of its text; the text's placeholders are the parameters. */
import type { attacks } from '#i18n/en/attacks.ts'
import type { Params } from '#i18n/text.ts'
import type { HopCheck } from './scenario.ts'

type ConditionTexts = typeof attacks.conditions
type ConditionKey = keyof ConditionTexts

export const condition = <K extends ConditionKey>(
  key: K,
  holds: unknown,
  ...[params]: keyof Params<ConditionTexts[K]> extends never ? [] : [Params<ConditionTexts[K]>]
): HopCheck => ({ key, params: params ?? {}, holds: Boolean(holds) })
