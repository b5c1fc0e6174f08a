/**
 * Where the recorder keeps what it wrote: the events as lines of the recording, in blocks of bytes. As objects they
 * would be the most numerous in the process, and every round of the garbage collector would walk them.
 */
import type { RecordedEvent } from './recording.ts'

export interface EventRing {
  add(event: RecordedEvent): void
  events(): readonly RecordedEvent[]
  clear(): void
}

/** Lines one after the other, each ending where the next one begins. */
interface Block {
  readonly bytes: Buffer
  readonly ends: number[]
}

const blockSize = 262_144

/** Keeps at least the last `limit` events; the oldest go a block at a time, and their block is written again. */
export function createEventRing(limit: number): EventRing {
  let blocks: Block[] = []
  let kept = 0

  const takeOldest = (): Block | undefined => {
    const oldest = blocks[0]
    if (!oldest || kept - oldest.ends.length < limit) return undefined
    kept -= oldest.ends.length
    return blocks.shift()
  }
  const nextBlock = (size: number): Block => {
    const spent = takeOldest()
    const isFit = spent !== undefined && spent.bytes.length >= size
    const bytes = isFit ? spent.bytes : Buffer.allocUnsafeSlow(Math.max(blockSize, size))
    const block = { bytes, ends: [] }
    blocks.push(block)
    return block
  }
  const blockFor = (size: number): Block => {
    const last = blocks.at(-1)
    return last && endOf(last) + size <= last.bytes.length ? last : nextBlock(size)
  }
  return {
    add: (event) => {
      const line = lineOf(event)
      const block = blockFor(Buffer.byteLength(line))
      const start = endOf(block)
      block.ends.push(start + block.bytes.write(line, start))
      kept++
    },
    events: () => blocks.flatMap(eventsOf),
    clear: () => {
      blocks = []
      kept = 0
    },
  }
}

/** INVARIANT: a recorder breaks no request, whatever it was told. */
function lineOf(event: RecordedEvent): string {
  try {
    return JSON.stringify(event)
  } catch (error) {
    const { v, seq, at, hostAt, kind } = event
    const data = { message: `an event of kind ${kind} is no plain data: ${String(error)}` }
    return JSON.stringify({
      v,
      seq,
      at,
      hostAt,
      kind: 'explain',
      exchange: 0,
      topic: 'failure',
      data,
    })
  }
}

const endOf = ({ ends }: Block): number => ends.at(-1) ?? 0

const eventsOf = ({ bytes, ends }: Block): RecordedEvent[] =>
  ends.map((end, index) => JSON.parse(bytes.toString('utf8', ends[index - 1] ?? 0, end)))
