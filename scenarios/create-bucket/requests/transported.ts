/** Puts to signed headers those that transport needs and no signature covers. */
import type { RawRequest } from '#scenarios/engine/rawRequest.ts'

interface Signed extends Omit<RawRequest, 'headers'> {
  readonly headers: Readonly<Record<string, string>>
}

export const transported = ({ headers, body, ...request }: Signed): RawRequest => ({
  ...request,
  body,
  headers: [
    ...Object.entries(headers),
    ['user-agent', 'hopscope scenario'],
    ['content-length', String(body.length)],
    ['connection', 'close'],
  ],
})

/** The same request with another body; its length goes with it. */
export const withBody = (request: RawRequest, body: Buffer): RawRequest => ({
  ...request,
  body,
  headers: request.headers.map(([name, value]) =>
    name === 'content-length' ? [name, String(body.length)] : [name, value],
  ),
})
