/** One request to the control API of a running sandbox, with the token of its instance file. */
import { text } from '#i18n/text.ts'
import { EnvironmentError } from '../environmentError.ts'
import type { Texts } from '../texts.ts'
import type { Instance } from './instance.ts'

const patience = 10_000

export function fetchControl(
  { pid, control, controlToken }: Instance,
  path: string,
  { cli }: Texts,
): Promise<Response> {
  return fetch(`${control}${path}`, {
    headers: { 'x-hopscope-token': controlToken },
    signal: AbortSignal.timeout(patience),
  }).catch(() => {
    throw new EnvironmentError(text(cli.environment.silentSandbox, { pid, control }))
  })
}

/** What no sandbox of this version answers. */
export const wrongAnswer = (
  { pid, control }: Instance,
  { status }: Response,
  { cli }: Texts,
): EnvironmentError =>
  new EnvironmentError(text(cli.environment.wrongAnswer, { pid, control, status }))
