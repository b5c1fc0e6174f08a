/** `x-amz-meta-…`: what clients keep with an object. Names have no case; S3 gives them back in lower case. */
import * as errors from '../errors.ts'

/** S3 User Guide, "Working with object metadata": bytes of all names and values together. */
export const MAX_METADATA_BYTES = 2048

export type UserMetadata = Readonly<Record<string, string>>

export function checkUserMetadata(metadata: UserMetadata | undefined): void {
  if (!metadata) return
  let size = 0
  for (const [name, value] of Object.entries(metadata))
    size += Buffer.byteLength(name, 'utf8') + Buffer.byteLength(value, 'latin1')
  if (size > MAX_METADATA_BYTES) throw errors.metadataTooLarge(size, MAX_METADATA_BYTES)
}
