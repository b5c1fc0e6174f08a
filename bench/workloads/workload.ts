/** What one row of the table sends. A row is data: the loading process signs it and replays it. */

export interface Call {
  readonly service: 'sts' | 'iam' | 's3'
  readonly method: string
  /** Encoded, without a query. */
  readonly path: string
  /** Encoded, without its `?`. */
  readonly query?: string | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly body?: Buffer | undefined
}

/** How many at once. */
export const connectionCounts = [1, 32] as const
export type Connections = (typeof connectionCounts)[number]

export interface Workload {
  /** `W1`, as the goals name it. */
  readonly id: string
  readonly name: string
  /** Sent once to each target, in order. */
  readonly before: readonly Call[]
  /** Sent once after that, in any order. */
  readonly filling?: readonly Call[] | undefined
  /** The calls that one connection sends one after the other; `turn` counts from 0. */
  readonly calls: (turn: number) => readonly Call[]
  /** Of one measurement; `usualRequests` where absent. */
  readonly requests?: Readonly<Record<Connections, number>> | undefined
}

export const usualRequests: Readonly<Record<Connections, number>> = { 1: 1_500, 32: 4_000 }

export const form = (parameters: Readonly<Record<string, string>>) => ({
  method: 'POST',
  path: '/',
  headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
  body: Buffer.from(new URLSearchParams(parameters).toString()),
})

export const bucket = '/bench-objects'

export const kibibyte = Buffer.alloc(1024, 'hopscope')
