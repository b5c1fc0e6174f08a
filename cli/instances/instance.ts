/** A live sandbox as other commands find it: one file (0600, it holds the control token) an instance. */
import { join } from 'node:path'
import { type Static, Type } from '@sinclair/typebox'

export const Instance = Type.Object({
  pid: Type.Integer({ minimum: 1 }),
  /** Of the gateway. */
  port: Type.Integer({ minimum: 1, maximum: 65_535 }),
  control: Type.String(),
  controlToken: Type.String(),
  endpoints: Type.Record(Type.String(), Type.String()),
})
export type Instance = Static<typeof Instance>

export const instanceFolder = (state: string): string => join(state, 'instances')

export const instanceFile = (state: string, pid: number): string =>
  join(instanceFolder(state), `${pid}.json`)
