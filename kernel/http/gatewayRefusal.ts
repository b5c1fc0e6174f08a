/** What the gateway refuses itself: the answer goes out, and the recording names the gateway, since no service saw the request. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AwsError } from '#kernel/errors/awsError.ts'
import type { Recorder } from '#kernel/trace/recorder.ts'
import { wireRequestOf } from './runPipeline.ts'
import { sendAnswer } from './sendAnswer.ts'
import type { WireResponse } from './wireRequest.ts'

export interface GatewayRefusal {
  readonly requestId: string
  readonly error: AwsError
  readonly answer: WireResponse
}

interface Raw {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

export function sendRefusal(
  raw: Raw,
  { requestId, error, answer }: GatewayRefusal,
  recorder: Recorder | undefined,
): void {
  const trace = recorder?.exchange({
    service: 'gateway',
    requestId,
    request: wireRequestOf(raw.request),
  })
  trace?.refusal(error)
  trace?.answered(answer)
  sendAnswer(raw, answer)
}
