/** A recording without what no two runs share: times, ports, durations, and key material that is made at first use. */
import type { RecordedEvent } from '#kernel/trace/recording.ts'
import { exchangesOf, type RecordedExchange } from '#scenarios/engine/exchanges.ts'

const replacements: readonly [RegExp, string][] = [
  [/127\.0\.0\.1(:|%3A|%253A)\d+/g, '127.0.0.1$1<port>'],
  [/\d{4}-\d\d-\d\dT\d\d(:|%3A)\d\d(:|%3A)\d\d(\.\d+)?Z/g, '<instant>'],
  [/\d{8}T\d{6}Z/g, '<amz-date>'],
  [/\b20\d{6}\b/g, '<day>'],
  // Deflated or sealed: times are inside.
  [/SAMLRequest=[^& ]+/g, 'SAMLRequest=<deflated>'],
]

/** The order in which answers of services interleave is chance; what each exchange was, and how it ended, is not. */
export function normalised(recording: readonly RecordedEvent[]): string[] {
  return exchangesOf(recording)
    .filter(isOfTheStory)
    .map(({ request: { from, to, method, target }, operation, response }) =>
      withoutChance(
        `${from} -> ${to} ${method} ${target} ${operation ?? 'page'} ${response?.status}`,
      ),
    )
    .sort()
}

/** Identity Center goes on provisioning other accounts in its own name; how far it gets before the end is chance. */
const isOfTheStory = ({ request, operation }: RecordedExchange): boolean =>
  request.from === 'client' || operation === 'AssumeRoleWithSAML'

export const withoutChance = (text: string): string =>
  replacements.reduce((left, [form, label]) => left.replace(form, label), text)

/** Ids that services draw while they serve several at once: which comes first is chance, what equals what is not. */
const drawn = /AKIA\w{16}|ASIA\w{16}|AROA\w{17}|(?<![0-9a-f])[0-9a-f]{16}(?![0-9a-f])/g

/** Each id by the order in which it appears. */
export function withLabels(text: string): string {
  const labels = new Map<string, string>()
  return text.replace(drawn, (id) => {
    const label = labels.get(id) ?? `<id:${labels.size + 1}>`
    labels.set(id, label)
    return label
  })
}
