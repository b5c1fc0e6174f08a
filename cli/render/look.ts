/** What a stream can show: texts in the language, signs, colours, width. Renderers know nothing else of it. */
import { styleText } from 'node:util'
import type { Io, OutputStream } from '../io.ts'
import type { Texts } from '../texts.ts'
import { type Symbols, symbolsFor } from './symbols.ts'

export type Paint = (format: Format, written: string) => string
export type Format = 'bold' | 'dim' | 'green' | 'red' | 'cyan' | 'yellow'

export interface Look {
  readonly texts: Texts
  readonly symbols: Symbols
  readonly paint: Paint
  /** Columns. */
  readonly width: number
}

const usualWidth = 80
const widest = 120
const narrowest = 40

export function lookOf(stream: OutputStream, env: Io['env'], texts: Texts): Look {
  const columns = stream.isTTY ? (stream.columns ?? usualWidth) : usualWidth
  return {
    texts,
    symbols: symbolsFor(env),
    paint: hasColours(stream, env) ? coloured : plain,
    width: Math.min(widest, Math.max(narrowest, columns)),
  }
}

/** https://no-color.org: any value but the empty one switches colours off. */
function hasColours(stream: OutputStream, env: Io['env']): boolean {
  return stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
}

const coloured: Paint = (format, written) => styleText(format, written, { validateStream: false })

export const plain: Paint = (_format, written) => written
