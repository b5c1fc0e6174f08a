/** A request as somebody who is no SDK would send it: nothing is corrected, added or tried again. */
import type { HeaderList } from '#kernel/trace/recording.ts'

export interface RawRequest {
  /** Origin of the port that it goes to. */
  readonly to: string
  readonly method: string
  /** Path and query, as they go on the wire. */
  readonly target: string
  /** In wire order. */
  readonly headers: HeaderList
  readonly body: Buffer
}

export const headerOf = ({ headers }: Pick<RawRequest, 'headers'>, name: string): string =>
  headers.find(([each]) => each.toLowerCase() === name)?.[1] ?? ''

/** The same request with another value of one header. */
export const withHeader = (request: RawRequest, name: string, value: string): RawRequest => ({
  ...request,
  headers: request.headers.map(([each, held]) =>
    each.toLowerCase() === name ? [each, value] : [each, held],
  ),
})
