/**
 * Who is no tool of this machine. DNS rebinding brings a foreign name in Host; a page of another site brings its
 * Origin, and browsers say what a request is for (Fetch Metadata). Names are compared whole, with the port.
 */
import type { IncomingMessage } from 'node:http'

export interface Problem {
  readonly status: number
  readonly message: string
}

/** As our own links and `start` write them. The server listens on 127.0.0.1 alone, so no form of IPv6 is one. */
const names = ['127.0.0.1', 'localhost']

export function strangerProblem({
  url = '',
  headers,
  socket,
}: IncomingMessage): Problem | undefined {
  // A proxy's request names another host in the target, and that one counts (RFC 9112, 3.2.2).
  if (!url.startsWith('/')) return { status: 400, message: 'the target is not a path' }
  const hosts = ownHosts(socket.localPort)
  const { host = '', origin } = headers
  if (!hosts.includes(host)) return { status: 403, message: 'Host is not this machine' }
  if (origin !== undefined && origin !== `http://${host}`)
    return { status: 403, message: 'Origin is another site' }
  if (!sites.has(headers['sec-fetch-site']))
    return { status: 403, message: 'the request comes from another site' }
  return undefined
}

function ownHosts(port: number | undefined): readonly string[] {
  const withPort = names.map((name) => `${name}:${port}`)
  // The port that http does not write.
  return port === 80 ? [...withPort, ...names] : withPort
}

/** Fetch Metadata: a page of ours, or a person who typed the address; programs say nothing. */
const sites: ReadonlySet<unknown> = new Set([undefined, 'same-origin', 'none'])
