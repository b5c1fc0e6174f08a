/** Tags as IAM takes them: keys unique without regard to case, none of AWS's own (IAM User Guide, "Rules for tagging"). */
import { duplicateTagKeys, reservedTagKey } from '../errors.ts'
import type { Tag } from '../model/shapes.ts'
import type { Tags } from '../state.ts'

export function checkedTags(tags: readonly Tag[] = []): Tags {
  const keys = tags.map(({ Key }) => Key.toLowerCase())
  if (new Set(keys).size < keys.length) throw duplicateTagKeys()
  const reserved = tags.find(({ Key }) => Key.toLowerCase().startsWith('aws:'))
  if (reserved !== undefined) throw reservedTagKey(reserved.Key)
  return tags.map(({ Key, Value }) => ({ Key, Value }))
}
