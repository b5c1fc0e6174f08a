/**
 * Texts kept as bytes in blocks that are written again and again. What a recording keeps would otherwise be most of
 * the objects of the process, and every round of the garbage collector would walk and move them.
 */

export interface PackedTexts {
  pack(text: string): PackedText
  read(packed: PackedText): string
  /** It will not be read again. */
  drop(packed: PackedText): void
}

export interface PackedText {
  readonly block: Block
  readonly start: number
  readonly end: number
}

interface Block {
  readonly bytes: Buffer
  used: number
  /** Texts in it that were not dropped. */
  live: number
}

const blockSize = 262_144

export function createPackedTexts(): PackedTexts {
  let current: Block | undefined
  let spare: Buffer | undefined

  const blockFor = (size: number): Block => {
    if (current && current.used + size <= current.bytes.length) return current
    const bytes = spare && size <= spare.length ? spare : allocate(size)
    if (bytes === spare) spare = undefined
    current = { bytes, used: 0, live: 0 }
    return current
  }
  return {
    pack(text) {
      const block = blockFor(Buffer.byteLength(text))
      const start = block.used
      block.used += block.bytes.write(text, start)
      block.live++
      return { block, start, end: block.used }
    },
    read: ({ block, start, end }) => block.bytes.toString('utf8', start, end),
    drop({ block }) {
      block.live--
      if (block.live === 0 && block !== current) spare = block.bytes
    },
  }
}

/** Not from the pool that Node shares among small buffers. */
const allocate = (size: number): Buffer => Buffer.allocUnsafeSlow(Math.max(blockSize, size))
