/** Tags of a bucket (S3 User Guide, "Using cost allocation S3 bucket tags"). */
import * as errors from '../errors.ts'
import type { Tag } from '../model/shapes.ts'

const MAX_TAGS = 50
const MAX_KEY = 128
const MAX_VALUE = 256

/** "Letters, spaces, and numbers representable in UTF-8, and + - = . _ : / @". */
const ALLOWED = /^[\p{L}\p{Z}\p{N}+\-=._:/@]*$/u

export function checkBucketTags(tags: readonly Tag[]): void {
  if (tags.length > MAX_TAGS)
    throw errors.badRequest(`Bucket tag count cannot be greater than ${MAX_TAGS}`)
  const seen = new Set<string>()
  for (const tag of tags) {
    checkTag(tag)
    if (seen.has(tag.Key))
      throw errors.invalidTag('Cannot provide multiple Tags with the same key', tag.Key)
    seen.add(tag.Key)
  }
}

function checkTag({ Key, Value }: Tag): void {
  if (Key === '' || lengthOf(Key) > MAX_KEY || !ALLOWED.test(Key))
    throw errors.invalidTag('The TagKey you have provided is invalid', Key)
  if (lengthOf(Value) > MAX_VALUE || !ALLOWED.test(Value))
    throw errors.invalidTag('The TagValue you have provided is invalid', Key)
  if (Key.toLowerCase().startsWith('aws:'))
    throw errors.invalidTag('System tags cannot be added/updated by requester', Key)
}

const lengthOf = (text: string) => [...text].length
