/** One sentence of an explanation, by the key of its text: it travels as data and is worded where it is read. */
import type { why } from '#i18n/en/why.ts'
import type { Params } from '#i18n/text.ts'

type Texts = typeof why.because
export type SentenceKey = keyof Texts

export interface Sentence {
  readonly key: SentenceKey
  readonly params: Readonly<Record<string, string | number>>
}

export const because = <K extends SentenceKey>(
  key: K,
  ...[params]: keyof Params<Texts[K]> extends never ? [] : [Params<Texts[K]>]
): Sentence => ({ key, params: params ?? {} })
