/** The loading process: replays requests signed just before over kept connections, and times each. */
import { Agent, request as httpRequest } from 'node:http'
import { signRequest } from '#kernel/sigv4/signRequest.ts'
import { key } from './targets.ts'

export interface LoadAsk {
  readonly url: string
  readonly connections: number
  readonly requests: number
}

export interface LoadAnswer {
  readonly requests: number
  readonly failed: number
  readonly seconds: number
  readonly p50Ms: number
}

const body = Buffer.from('Action=GetCallerIdentity&Version=2011-06-15')

/** Each with an id of its own, so that no two are the same bytes. */
function presigned(url: URL, count: number): Record<string, string>[] {
  return Array.from({ length: count }, (_, index) =>
    signRequest({
      method: 'POST',
      path: '/',
      query: '',
      headers: {
        host: url.host,
        'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
        'amz-sdk-invocation-id': `bench-${index}`,
      },
      body,
      credentials: key,
      scope: { region: 'us-east-1', service: 'sts' },
      now: Date.now(),
      style: 'standard',
    }),
  )
}

export async function load({ url: text, connections, requests }: LoadAsk): Promise<LoadAnswer> {
  const url = new URL(text)
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const waiting = presigned(url, requests)
  const times: number[] = []
  let failed = 0
  const worker = async () => {
    for (let headers = waiting.pop(); headers; headers = waiting.pop()) {
      const started = performance.now()
      const status = await send(agent, url, headers)
      times.push(performance.now() - started)
      if (status !== 200) failed += 1
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: connections }, worker))
  const seconds = (performance.now() - started) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  return { requests, failed, seconds, p50Ms: times[times.length >> 1] ?? 0 }
}

function send(agent: Agent, url: URL, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      {
        agent,
        host: url.hostname,
        port: url.port,
        method: 'POST',
        path: '/',
        headers: { ...headers, 'content-length': body.length },
      },
      (incoming) => {
        incoming.resume()
        incoming.on('end', () => resolve(incoming.statusCode ?? 0))
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** Runs in a process of its own, so that its work is nobody else's. */
export function loadProcess(): void {
  process.on('message', (ask: LoadAsk) => void load(ask).then((answer) => process.send?.(answer)))
  process.on('disconnect', () => process.exit(0))
}
