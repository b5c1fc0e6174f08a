/** Asks the control API of a running sandbox, with the token of its instance file. */
import { text } from '#i18n/text.ts'
import { EnvironmentError } from '../environmentError.ts'
import type { Texts } from '../texts.ts'
import type { Instance } from './instance.ts'

const patience = 10_000

export async function askControl(
  { pid, control, controlToken }: Instance,
  path: string,
  { cli }: Texts,
): Promise<unknown> {
  const { silentSandbox, wrongAnswer } = cli.environment
  const answer = await fetch(`${control}${path}`, {
    headers: { 'x-hopscope-token': controlToken },
    signal: AbortSignal.timeout(patience),
  }).catch(() => {
    throw new EnvironmentError(text(silentSandbox, { pid, control }))
  })
  if (!answer.ok)
    throw new EnvironmentError(text(wrongAnswer, { pid, control, status: answer.status }))
  return answer.json()
}
