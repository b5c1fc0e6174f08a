/** What of an object a read is answered with: nothing (304, 412, 416), a part, or all of it. */
import * as errors from '../errors.ts'
import type { StoredObject } from '../state.ts'
import { quoted } from './entityTag.ts'
import { checkPreconditions, type Preconditions } from './preconditions.ts'
import { readRange } from './range.ts'

/** Both ends count. */
export interface Part {
  readonly first: number
  readonly last: number
}

interface ReadOptions extends Preconditions {
  readonly Range?: string | undefined
}

/** Undefined: all of it. */
export function selectPart(object: StoredObject, asked: ReadOptions): Part | undefined {
  const result = checkPreconditions(asked, object)
  if (result.kind === 'failed') throw errors.preconditionFailed(result.condition)
  if (result.kind === 'not-modified') throw errors.notModified(validatorHeaders(object))
  const { size } = object.body
  const range = readRange(asked.Range, size)
  if (range.kind === 'unsatisfiable') throw errors.invalidRange(asked.Range ?? '', size)
  return range.kind === 'part' ? range : undefined
}

const validatorHeaders = ({ etag, modifiedAt }: StoredObject) => ({
  ETag: quoted(etag),
  'Last-Modified': new Date(modifiedAt).toUTCString(),
})
