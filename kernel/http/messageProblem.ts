/**
 * What makes a request nobody's: said before any service looks at it, so that no two readers of it can differ.
 * The parser (llhttp, strict) refuses what is no HTTP at all; this is what it lets pass. One pass over the headers.
 */
import type { IncomingMessage } from 'node:http'

type Head = Pick<IncomingMessage, 'httpVersion' | 'rawHeaders'>

/** The status to answer with; undefined where the message is in order. */
export function messageProblem(
  { httpVersion, rawHeaders }: Head,
  most: number,
): number | undefined {
  // Node answers `HTTP/0.9` and `HTTP/2.0` as if they were 1.1 (RFC 9110, 15.6.6).
  if (httpVersion !== '1.1' && httpVersion !== '1.0') return 505
  if (rawHeaders.length > 2 * most) return 431
  let hasHost = false
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i]!
    if (name.length === HOST.length && name.toLowerCase() === HOST) {
      if (hasHost || !isHost(rawHeaders[i + 1]!)) return 400
      hasHost = true
    } else if (name.length === CODING.length && name.toLowerCase() === CODING) {
      const problem = codingProblem(rawHeaders[i + 1]!, httpVersion)
      if (problem !== undefined) return problem
    }
  }
  return undefined
}

const HOST = 'host'
const CODING = 'transfer-encoding'

/**
 * RFC 9112, 3.2: more than one Host, or one that is none, gets 400. Whoever looked at another one would take it for
 * a request to somebody else. (Node shows the first.)
 */
const isHost = (value: string): boolean => /^[\w.~!$&'()*+;=%:[\]-]*$/.test(value)

/** RFC 9112, 6.1: a coding that we do not undo gets 501; with HTTP/1.0 the framing is faulty whatever it says. */
function codingProblem(value: string, httpVersion: string): number | undefined {
  if (httpVersion === '1.0') return 400
  return value.trim().toLowerCase() === 'chunked' ? undefined : 501
}
