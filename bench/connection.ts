/**
 * One kept connection of the loading process. It sends bytes that were made ready before, and reads of an answer only
 * its status and where it ends: what the loader spends is little beside what is measured.
 */
import { connect, type Socket } from 'node:net'

export interface Connection {
  /** Resolves to the answer's status once all of it is there. */
  send(request: Buffer): Promise<number>
  close(): void
}

interface Waiting {
  readonly resolve: (status: number) => void
  readonly reject: (error: Error) => void
}

/** An answer that has begun. */
interface Answer {
  readonly status: number
  /** Bytes of its body that have not come yet. */
  missing: number
}

const headEnd = '\r\n\r\n'
const nothing = Buffer.alloc(0)

export function openConnection(url: URL): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true })
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.off('error', reject)
      resolve(connectionOver(socket))
    })
  })
}

function connectionOver(socket: Socket): Connection {
  let waiting: Waiting | undefined
  let head: Buffer = nothing
  let answer: Answer | undefined

  const lost = (error?: Error) =>
    waiting?.reject(error ?? new Error('the server closed the connection before its answer'))
  socket.on('error', lost)
  socket.on('close', () => lost())
  socket.on('data', (chunk) => {
    if (answer) answer.missing -= chunk.length
    else {
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk])
      answer = readHead(head)
    }
    if (!answer || answer.missing > 0) return
    const { status } = answer
    head = nothing
    answer = undefined
    waiting?.resolve(status)
  })
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(request)
      }),
    close: () => {
      waiting = undefined
      socket.destroy()
    },
  }
}

/** Undefined until the head is whole. All that is measured here says the length of its body, or has none. */
function readHead(bytes: Buffer): Answer | undefined {
  const end = bytes.indexOf(headEnd)
  if (end < 0) return undefined
  const text = bytes.toString('latin1', 0, end)
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(text)?.[1] ?? 0)
  return {
    status: Number(text.slice(9, 12)),
    missing: length - (bytes.length - end - headEnd.length),
  }
}
