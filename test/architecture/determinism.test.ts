/** The same requests to a sandbox with the same random seed leave the same recording, but for time and ports. */
import { describe, expect, test } from 'vitest'
import type { RecordedEvent } from '#kernel/trace/recording.ts'
import { startSandbox } from '#sandbox/index.ts'
import { answersOf, withoutTime } from '../sandbox/sameAnswers.ts'

async function recordingOf(randomSeed: number, hops: 'local' | 'http'): Promise<string[]> {
  const sandbox = await startSandbox({ randomSeed, hops })
  await answersOf(sandbox)
  const ports = Object.values(sandbox.endpoints).map((url) => new URL(url).port)
  const lines = sandbox.recording().map((event) => lineOf(event, ports))
  await sandbox.close()
  return lines
}

function lineOf({ at: _, hostAt: __, ...event }: RecordedEvent, ports: readonly string[]): string {
  // What is signed over HTTP holds its times inside; who signed it, and for what, stands beside it.
  const shown =
    event.kind === 'hop' ? { ...event, wire: event.wire && Object.keys(event.wire) } : event
  const text = ports.reduce(
    (left, port) => left.replaceAll(`:${port}`, ':PORT'),
    JSON.stringify(shown),
  )
  return withoutTime(text)
    .replaceAll(/"eyJ[\w-]+\.[\w-]+\.[\w-]+"/g, '"STATEMENT"')
    .replaceAll(/"createDate":"[^"]*"/g, '"createDate":TIME')
    .replaceAll(/"s3:signatureAge":\["\d+"\]/g, '"s3:signatureAge":TIME')
    .replaceAll(/"(at|exp|issuedAt|expiresAt|now|createdAt)":\d+/g, '"$1":TIME')
    .replaceAll(/"(aws:(?:CurrentTime|EpochTime|TokenIssueTime))":\["[^"]*"\]/g, '"$1":TIME')
}

describe.each(['local', 'http'] as const)('over %s hops', (hops) => {
  test('the same seed, the same recording; another seed, the same shape', async () => {
    const [one, again, other] = [
      await recordingOf(7, hops),
      await recordingOf(7, hops),
      await recordingOf(8, hops),
    ]
    expect(one.length).toBeGreaterThan(150)
    expect(again).toEqual(one)
    expect(other).not.toEqual(one)
    const shape = (lines: readonly string[]) =>
      lines.map((line) => JSON.parse(line.replaceAll(':TIME', ':0')).kind)
    expect(shape(other)).toEqual(shape(one))
  }, 60_000)
})
