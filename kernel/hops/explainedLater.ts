/**
 * A decision as the local carrier hands it over: what was decided is there, why it was is written when it is read
 * first. All layers have been evaluated by then; most decisions allow, and nobody asks them why.
 */
import { createMark } from './createMark.ts'
import type { Decision } from './decision.ts'
import { deepFreeze, frozenByMaker } from './deepFreeze.ts'

export type Explanation = Pick<Decision, 'layers' | 'context'>
export type Verdict = Omit<Decision, keyof Explanation>

interface Later {
  readonly explain: () => Explanation
  written?: Explanation
}

const later = createMark<Later>()

/** Reads as any other decision. `explain` is called once at most; `verdict` becomes the decision. */
export function explainedLater(verdict: Verdict, explain: () => Explanation): Decision {
  const decision = later.put(frozenByMaker.put(verdict, true), { explain })
  deepFreeze(verdict.decidedBy)
  return Object.freeze(Object.defineProperties(decision, members)) as Decision
}

function explanationOf(decision: object): Explanation {
  const known = later.contentOf(decision)
  known.written ??= deepFreeze(known.explain())
  return known.written
}

/** The same two functions for all decisions: with some of its own each would be an object of another kind to V8. */
const members: PropertyDescriptorMap = {
  layers: {
    enumerable: true,
    get(this: object) {
      return explanationOf(this).layers
    },
  },
  context: {
    enumerable: true,
    get(this: object) {
      return explanationOf(this).context
    },
  },
}

/** It has a decision's shape by its type: to look whether it has would be to write its findings. */
export const isExplainedLater: (value: unknown) => boolean = later.isOn
