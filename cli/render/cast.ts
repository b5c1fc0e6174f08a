/** Who answers in this story and where: the first thing a person sees, so that every hop has a place. */
import type { Party } from '#scenarios/engine/scenario.ts'
import type { Look } from './look.ts'
import { wrap } from './wrap.ts'

const nameWidth = 17
const urlWidth = 24
/** In the order in which the flow meets them. */
const answering: readonly Exclude<Party, 'cli' | 'browser'>[] = [
  'identity-center',
  'idp',
  'sts',
  's3',
  'iam',
]

export function renderCast(
  endpoints: Readonly<Record<string, string>>,
  { texts, paint, width }: Look,
): string[] {
  const { parties, castTitle, castRoles } = texts.scenario
  const lines = answering.flatMap((party) => {
    const url = endpoints[party]
    if (url === undefined) return []
    const first = `  ${parties[party].padEnd(nameWidth)}${url.padEnd(urlWidth)} `
    return wrap(castRoles[party], width, first, ' '.repeat(first.length))
  })
  return lines.length === 0 ? [] : [paint('bold', castTitle), ...lines, '']
}
