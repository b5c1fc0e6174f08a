/** What the answers of all protocols have in common: the headers, and when a refusal has no body. */
import type { AwsError } from '#kernel/errors/awsError.ts'
import type { LinkedApi } from './linked.ts'
import type { AnswerContext, FailureContext } from './protocol.ts'

export function answerHeaders(
  { traits }: LinkedApi,
  { requestId, hostId }: AnswerContext,
  contentType: string | undefined,
): Record<string, string> {
  const headers: Record<string, string> = Object.assign({}, traits.headers)
  headers[traits.requestIdHeader] = requestId
  if (hostId !== undefined) headers['x-amz-id-2'] = hostId
  if (contentType !== undefined) headers['Content-Type'] = contentType
  return headers
}

/** RFC 9110: no content in an answer to HEAD (9.3.2) and in 304 Not Modified (15.4.5). */
export function failureBody(error: AwsError, { head }: FailureContext, text: string): Buffer {
  return head || error.status === 304 ? Buffer.alloc(0) : Buffer.from(text)
}
