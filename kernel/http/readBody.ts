/** Reads a request's body into one buffer, with a limit on bytes and on silence. */
import type { IncomingMessage } from 'node:http'
import { AwsError } from '#kernel/errors/awsError.ts'
import { publicLimits } from './limits.ts'

/** Refuses a body by its declared length alone: the client that asked first (`Expect`) need not send it. */
export function checkDeclaredLength({ headers }: IncomingMessage, limit: number): void {
  if (Number(headers['content-length']) > limit) throw tooLarge(limit)
}

/** Rejects with AWS's own error; what is left of the body then stays unread. */
export async function readBody(
  message: IncomingMessage,
  limit: number,
  /** As the listener has it where absent. */
  idleMs = message.socket.timeout || publicLimits.silenceMs,
): Promise<Buffer> {
  checkDeclaredLength(message, limit)
  if (!hasBody(message)) return empty
  // The client went away while other stages ran: none of the events below would come.
  if (message.destroyed) throw incomplete()
  return gather(message, limit, idleMs)
}

/** Requests that fell silent and whose reader has heard of it: it answers in the service's words. */
export const tellsSilence = new WeakSet<IncomingMessage>()

/** RFC 9112, 6.3: a request without both headers has no body. */
const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined

function gather(message: IncomingMessage, limit: number, idleMs: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const silenceBefore = message.socket.timeout ?? 0
    const settle = (done: () => void) => {
      message.setTimeout(silenceBefore)
      for (const [event, listener] of Object.entries(listeners)) message.off(event, listener)
      done()
    }
    const broken = () => settle(() => reject(incomplete()))
    const listeners = {
      data: (chunk: Buffer) => {
        size += chunk.length
        if (size > limit) settle(() => reject(tooLarge(limit)))
        else chunks.push(chunk)
      },
      end: () => settle(() => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks))),
      error: broken,
      close: broken,
      // The message's event, not the socket's: that one destroys the connection before an answer could be sent.
      timeout: () => {
        tellsSilence.add(message)
        settle(() => reject(silent()))
      },
    }
    for (const [event, listener] of Object.entries(listeners)) message.on(event, listener)
    message.setTimeout(idleMs)
  })
}

const empty = Buffer.alloc(0)

const tooLarge = (limit: number) =>
  new AwsError({
    code: 'RequestEntityTooLarge',
    status: 413,
    message: 'Request size exceeds limit.',
    detail: { limit },
  })

const incomplete = () =>
  new AwsError({
    code: 'IncompleteBody',
    message: 'You did not provide the number of bytes specified by the Content-Length HTTP header',
  })

const silent = () =>
  new AwsError({
    code: 'RequestTimeout',
    message:
      'Your socket connection to the server was not read from or written to within the timeout period. Idle connections will be closed.',
    headers: { connection: 'close' },
  })
