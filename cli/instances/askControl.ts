/** Asks the control API of a running sandbox for JSON. */
import type { Texts } from '../texts.ts'
import { fetchControl, wrongAnswer } from './fetchControl.ts'
import type { Instance } from './instance.ts'

export async function askControl(instance: Instance, path: string, texts: Texts): Promise<unknown> {
  const answer = await fetchControl(instance, path, texts)
  if (!answer.ok) throw wrongAnswer(instance, answer, texts)
  return answer.json()
}
