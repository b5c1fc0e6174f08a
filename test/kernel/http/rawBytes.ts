/** Everything that comes back for some bytes, until the other side closes or has been quiet for a while. */
import { connect } from 'node:net'

export interface Came {
  /** Of each answer in it, in order; interim ones too. */
  readonly statuses: readonly number[]
  readonly text: string
  readonly closed: boolean
}

export function rawBytes(port: number, bytes: string | Buffer, quietMs = 150): Promise<Came> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    const end = (closed: boolean) => {
      clearTimeout(timer)
      socket.destroy()
      const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) =>
        Number(status),
      )
      resolve({ statuses, text, closed })
    }
    let timer = setTimeout(end, 10 * quietMs, false)
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      clearTimeout(timer)
      timer = setTimeout(end, quietMs, false)
    })
    socket.on('error', () => end(true)).on('close', () => end(true))
    socket.write(bytes)
  })
}
