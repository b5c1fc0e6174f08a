/** HTTP as bytes: what is sent is exactly what the test says, what comes back is exactly what came. */
import { connect, type Socket } from 'node:net'

export interface RawAnswer {
  readonly status: number
  readonly head: string
  /** By lower-case name; of repeated ones the last. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** What came before the answer: `100`. */
  readonly interim: readonly number[]
}

export interface RawConnection {
  readonly socket: Socket
  send(bytes: string | Buffer): void
  /** The next whole answer. `head` = it answers a HEAD, so no body follows. */
  answer(kind?: 'head'): Promise<RawAnswer>
  /** Resolves when the other side has closed. */
  readonly closed: Promise<void>
}

export function rawConnection(port: number): RawConnection {
  const socket = connect(port, '127.0.0.1')
  let received = Buffer.alloc(0)
  let isClosed = false
  const waiting = new Set<() => void>()
  const changed = () => {
    for (const wake of [...waiting]) wake()
  }
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk])
    changed()
  })
  const closed = new Promise<void>((resolve) => {
    const onEnd = () => {
      isClosed = true
      changed()
      resolve()
    }
    socket.on('end', onEnd).on('close', onEnd).on('error', onEnd)
  })
  const more = () =>
    new Promise<void>((resolve, reject) => {
      if (isClosed) return reject(new Error(`closed after: ${received.toString()}`))
      const wake = () => {
        waiting.delete(wake)
        resolve()
      }
      waiting.add(wake)
    })

  async function takeHead(): Promise<string> {
    for (;;) {
      const end = received.indexOf('\r\n\r\n')
      if (end >= 0) {
        const head = received.subarray(0, end).toString('latin1')
        received = received.subarray(end + 4)
        return head
      }
      await more()
    }
  }

  async function takeBytes(count: number): Promise<string> {
    while (received.length < count) await more()
    const bytes = received.subarray(0, count).toString()
    received = received.subarray(count)
    return bytes
  }

  return {
    socket,
    closed,
    send: (bytes) => void socket.write(bytes),
    async answer(kind) {
      const interim: number[] = []
      for (;;) {
        const head = await takeHead()
        const status = Number(head.split(' ')[1])
        if (status < 200) {
          interim.push(status)
          continue
        }
        const headers = headersOf(head)
        const length = kind === 'head' ? 0 : Number(headers['content-length'] ?? 0)
        return { status, head, headers, body: await takeBytes(length), interim }
      }
    },
  }
}

function headersOf(head: string): Record<string, string> {
  const lines = head.split('\r\n').slice(1)
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    }),
  )
}

/** One request on a connection of its own. */
export async function rawExchange(
  port: number,
  bytes: string | Buffer,
  kind?: 'head',
): Promise<RawAnswer> {
  const connection = rawConnection(port)
  connection.send(bytes)
  try {
    return await connection.answer(kind)
  } finally {
    connection.socket.destroy()
  }
}
