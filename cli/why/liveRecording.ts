/** The recording of a running sandbox, through its control API. */
import { text } from '#i18n/text.ts'
import type { RecordedEvent } from '#kernel/trace/recording.ts'
import { EnvironmentError } from '../environmentError.ts'
import { fetchControl, wrongAnswer } from '../instances/fetchControl.ts'
import type { Instance } from '../instances/instance.ts'
import type { Texts } from '../texts.ts'

export async function liveRecording(instance: Instance, texts: Texts): Promise<RecordedEvent[]> {
  const answer = await fetchControl(instance, '/runs/live/recording', texts)
  if (answer.status === 404)
    throw new EnvironmentError(text(texts.why.recordingOff, { pid: instance.pid }))
  if (!answer.ok) throw wrongAnswer(instance, answer, texts)
  return eventsIn(await answer.text())
}

/** NDJSON: one event a line. */
const eventsIn = (lines: string): RecordedEvent[] =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RecordedEvent)
