/** One request as it came off the socket. Nothing here was decoded, normalised or sorted: signatures cover raw bytes. */
export interface WireRequest {
  readonly method: string
  /** The request target before the first `?`, exactly as sent. */
  readonly path: string
  /** As it was sent, and signed, where a service reads another one (S3, whose bucket may be in the host). */
  readonly sentPath?: string | undefined
  /** What follows the first `?`, exactly as sent; empty where there is none. */
  readonly query: string
  /** name, value, name, value …, in wire order and case. */
  readonly rawHeaders: readonly string[]
  /** The peer's address, from the socket alone. */
  readonly remoteAddress: string
  /** The whole body. Empty for a request without one. */
  readonly body: Buffer
}

/** A request target before and after its first `?`. */
export function splitTarget(target = '/'): Pick<WireRequest, 'path' | 'query'> {
  const mark = target.indexOf('?')
  if (mark < 0) return { path: target, query: '' }
  return { path: target.slice(0, mark), query: target.slice(mark + 1) }
}

/** The first value of a header, by lower-case name. */
export function header(request: Pick<WireRequest, 'rawHeaders'>, name: string): string | undefined {
  const { rawHeaders } = request
  for (let i = 0; i < rawHeaders.length; i += 2)
    if (isNamed(rawHeaders[i]!, name)) return rawHeaders[i + 1]
  return undefined
}

/** Names of headers are ASCII (RFC 9110, 5.1): most differ in their length already. */
const isNamed = (sent: string, name: string): boolean =>
  sent.length === name.length && (sent === name || sent.toLowerCase() === name)

/** All values of a header, by lower-case name, in wire order. */
export function headerValues(request: Pick<WireRequest, 'rawHeaders'>, name: string): string[] {
  const values: string[] = []
  const { rawHeaders } = request
  for (let i = 0; i < rawHeaders.length; i += 2)
    if (isNamed(rawHeaders[i]!, name)) values.push(rawHeaders[i + 1]!)
  return values
}

/** An answer before it is written: all that the protocols produce. */
export interface WireResponse {
  status: number
  headers: Record<string, string>
  body: Buffer
}
