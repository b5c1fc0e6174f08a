/** The recording of a running sandbox, through its control API. */
import { text } from '#i18n/text.ts'
import type { RecordedEvent } from '#kernel/trace/recording.ts'
import { EnvironmentError } from '../environmentError.ts'
import type { Instance } from '../instances/instance.ts'
import type { Texts } from '../texts.ts'

const patience = 10_000

export async function liveRecording(instance: Instance, texts: Texts): Promise<RecordedEvent[]> {
  const { pid, control, controlToken } = instance
  const { silentSandbox, otherVersion } = texts.cli.environment
  const answer = await fetch(`${control}/runs/live/recording`, {
    headers: { 'x-hopscope-token': controlToken },
    signal: AbortSignal.timeout(patience),
  }).catch(() => {
    throw new EnvironmentError(text(silentSandbox, { pid, control }))
  })
  if (answer.status === 404) throw new EnvironmentError(text(texts.why.recordingOff, { pid }))
  if (!answer.ok)
    throw new EnvironmentError(text(otherVersion, { pid, control, status: answer.status }))
  return eventsIn(await answer.text())
}

/** NDJSON: one event a line. */
const eventsIn = (lines: string): RecordedEvent[] =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RecordedEvent)
