/**
 * How much of a session's room its policies and tags take, in percent. AWS packs them in a form that it does not
 * publish; ours is a deflate of what was passed.
 */
import { deflateRawSync } from 'node:zlib'
import { packedPolicyTooLarge } from './errors.ts'

/** SIMPLIFICATION: AWS's packing is secret; this room lets pass what its quota of 2,048 plain characters lets pass. */
const room = 2_048
const plainLimit = 2_048

export interface Packed {
  readonly policy?: string | undefined
  readonly policyArns: readonly string[]
  readonly tags: Readonly<Record<string, string>>
}

/** Undefined where nothing was passed: then AWS leaves the member out. */
export function packedPolicySize({ policy, policyArns, tags }: Packed): number | undefined {
  const tagText = Object.entries(tags).flat()
  const parts = [...(policy === undefined ? [] : [policy]), ...policyArns]
  if (parts.length + tagText.length === 0) return undefined
  const plain = parts.reduce((sum, part) => sum + part.length, 0)
  const packed = deflateRawSync([...parts, ...tagText].join('\0')).length
  const percent = Math.ceil((100 * Math.max(packed, plain > plainLimit ? plain : 0)) / room)
  if (percent > 100) throw packedPolicyTooLarge(percent)
  return percent
}
