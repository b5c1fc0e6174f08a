/** Transport of hops: POST over loopback, connections kept per owner, one time limit in real time, one repetition where it is safe. */
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http'
import { HopError } from './hopError.ts'
import { maximumAnswer } from './hopWire.ts'

export interface HopAddress {
  readonly host: string
  readonly port: number
}

export interface PostRequest {
  readonly owner: string
  readonly address: HopAddress
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  /** May be sent again if the connection dies before a byte of the answer. */
  readonly repeatable: boolean
}

export interface PostAnswer {
  readonly status: number
  readonly body: Buffer
}

export type Post = (request: PostRequest) => Promise<PostAnswer>

export interface Transport {
  readonly post: Post
  /** Closes every connection; what is under way fails. */
  close(): void
}

export interface TransportOptions {
  /** Real milliseconds for one ask, a repetition included. */
  readonly timeoutMs?: number | undefined
}

export function createTransport({ timeoutMs = 2000 }: TransportOptions = {}): Transport {
  const agents = new Map<string, Agent>()
  const agentFor = (owner: string): Agent => {
    const agent = agents.get(owner) ?? new Agent({ keepAlive: true, maxFreeSockets: 32 })
    agents.set(owner, agent)
    return agent
  }
  return {
    async post(request) {
      const agent = agentFor(request.owner)
      const deadline = performance.now() + timeoutMs
      try {
        return await postOnce(request, agent, deadline)
      } catch (error) {
        if (!(request.repeatable && error instanceof DiedUnanswered)) throw error
        return postOnce(request, agent, deadline)
      }
    },
    close() {
      for (const agent of agents.values()) agent.destroy()
    },
  }
}

/** The connection broke and the owner had said nothing: it was closed while idle, or the owner is gone. */
class DiedUnanswered extends HopError {}

function postOnce(request: PostRequest, agent: Agent, deadline: number): Promise<PostAnswer> {
  const { address, path, headers, body, owner } = request
  return new Promise((resolve, reject) => {
    const { host, port } = address
    const sent = httpRequest({
      agent,
      host,
      port,
      path,
      method: 'POST',
      headers: Object.assign({}, headers, { 'content-length': body.length }),
    })
    const hasAnswered = watchBytes(sent)
    const timer = setTimeout(
      () => sent.destroy(new HopError('TimedOut', `${owner} did not answer in time`)),
      Math.max(0, deadline - performance.now()),
    )
    sent.on('close', () => clearTimeout(timer))
    sent.on('error', (error) => reject(failure(error, owner, hasAnswered())))
    sent.on('response', (answer) => readAnswer(answer, owner).then(resolve, reject))
    sent.end(body)
  })
}

/** Whether a byte has come back since this request got its connection, which others have used before. */
function watchBytes(sent: ReturnType<typeof httpRequest>): () => boolean {
  let before = 0
  sent.on('socket', (socket) => {
    before = socket.bytesRead
  })
  return () => (sent.socket?.bytesRead ?? before) > before
}

const broken = new Set(['ECONNRESET', 'EPIPE'])

function failure(error: NodeJS.ErrnoException, owner: string, hasAnswered: boolean): HopError {
  if (error instanceof HopError) return error
  const message = `${owner} cannot be reached (${error.code ?? error.message})`
  if (broken.has(error.code ?? '') && !hasAnswered)
    return new DiedUnanswered('Unreachable', message)
  return new HopError('Unreachable', message)
}

function readAnswer(answer: IncomingMessage, owner: string): Promise<PostAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    answer.on('data', (chunk: Buffer) => {
      size += chunk.length
      chunks.push(chunk)
      if (size > maximumAnswer)
        answer.destroy(new HopError('Failed', `${owner} answered more than it may`))
    })
    answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks) }))
    answer.on('error', (error) => reject(failure(error, owner, true)))
  })
}
