/** How deep in an XML document one is, and how that document is laid out. */
import type { ServiceTraits } from '../model.ts'
import type { XmlDates } from '../scalar.ts'

export interface Level {
  readonly dates: XmlDates
  /** What stands before an element here: nothing in a compact document. */
  readonly pad: string
  readonly deeper: Level
}

type Layout = Pick<ServiceTraits, 'xmlDates' | 'xmlLayout'>

/** Deeper elements, if a service ever had any, would stay at the last level's pad. */
const maxDepth = 40

/** `indented` puts each element on its own line, two spaces deeper. The first line has a pad too: trim it. */
function makeLevel(dates: XmlDates, indent: string, depth = 0): Level {
  const pad = indent && `\n${indent.repeat(depth)}`
  if (depth < maxDepth) return { dates, pad, deeper: makeLevel(dates, indent, depth + 1) }
  const last: { dates: XmlDates; pad: string; deeper?: Level } = { dates, pad }
  last.deeper = last as Level
  return last as Level
}

/** Made once: an answer's writing allocates no levels. */
const levels: Readonly<Record<Layout['xmlLayout'], Readonly<Record<XmlDates, Level>>>> = {
  indented: { seconds: makeLevel('seconds', '  '), milliseconds: makeLevel('milliseconds', '  ') },
  compact: { seconds: makeLevel('seconds', ''), milliseconds: makeLevel('milliseconds', '') },
}

export const levelOf = ({ xmlDates, xmlLayout }: Layout): Level => levels[xmlLayout][xmlDates]
