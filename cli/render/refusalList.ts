/** The last refusals, one line each, numbered as `--nth` takes them. */
import type { Why } from '../why/why.ts'
import type { Look } from './look.ts'
import { whyTitle } from './renderWhy.ts'
import { table } from './table.ts'
import { clockTime } from './time.ts'
import { wrap } from './wrap.ts'

export function refusalList(refusals: readonly Why[], look: Look): string[] {
  const { texts, paint, symbols, width } = look
  const rows = refusals.map((why, at) => [
    String(at + 1).padStart(2),
    clockTime(why.at, refusals[0]!.at),
    why.hop === null ? symbols.none : String(why.hop.n),
    whyTitle(why, look),
  ])
  return [
    ...wrap(texts.why.list, width).map((line) => paint('bold', line)),
    ...table(rows, width, symbols.cut),
  ]
}
