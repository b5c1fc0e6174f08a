/** Reads a request's body into one buffer, with a limit on bytes and on silence. */
import type { IncomingMessage } from 'node:http'
import { AwsError } from '#kernel/errors/awsError.ts'

/** AWS S3 closes a silent upload after about this time [K]. */
const idleMs = 20_000

export function readBody(message: IncomingMessage, limit: number): Promise<Buffer> {
  const declared = Number(message.headers['content-length'])
  if (declared > limit) return Promise.reject(tooLarge(limit))
  if (
    message.headers['content-length'] === undefined &&
    message.headers['transfer-encoding'] === undefined
  )
    return Promise.resolve(empty)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const finish = (error?: Error) => {
      message.socket?.setTimeout(0)
      message.socket?.removeListener('timeout', onSilent)
      message.removeListener('data', onData).removeListener('end', onEnd)
      message.removeListener('error', onBroken).removeListener('close', onBroken)
      if (error) reject(error)
      else resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, size))
    }
    const onEnd = () => finish()
    const onBroken = () => finish(incomplete())
    const onSilent = () => finish(silent())
    const onData = (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) return finish(tooLarge(limit))
      chunks.push(chunk)
    }
    message.on('data', onData).on('end', onEnd).on('error', onBroken).on('close', onBroken)
    message.socket?.setTimeout(idleMs).once('timeout', onSilent)
  })
}

const empty = Buffer.alloc(0)

const tooLarge = (limit: number) =>
  new AwsError({
    code: 'RequestEntityTooLarge',
    status: 413,
    message: 'Request size exceeds limit.',
    detail: { limit },
    headers: { connection: 'close' },
  })

const incomplete = () =>
  new AwsError({
    code: 'IncompleteBody',
    message: 'You did not provide the number of bytes specified by the Content-Length HTTP header',
    headers: { connection: 'close' },
  })

const silent = () =>
  new AwsError({
    code: 'RequestTimeout',
    message:
      'Your socket connection to the server was not read from or written to within the timeout period. Idle connections will be closed.',
    headers: { connection: 'close' },
  })
