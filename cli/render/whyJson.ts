/** A refusal as `--json` prints it: the data, each sentence also in the language. */
import type { Texts } from '../texts.ts'
import type { Why } from '../why/why.ts'
import { whySentence } from './whySentence.ts'

export function whyJson(why: Why, texts: Texts): object {
  const { because, inside, ...rest } = why
  return {
    ...rest,
    because: because.map((sentence) => ({ ...sentence, text: whySentence(sentence, texts) })),
    inside: inside && whyJson(inside, texts),
  }
}
