/** The parts in which two signing inputs differ, side by side, as people read them. */
import type { SigningInput } from './signingInput.ts'

export interface Difference {
  readonly part: Part
  /** What the service signs, and what the client's signature fits; '' where there is nothing. */
  readonly service: string
  readonly client: string
}

type Part =
  | 'method'
  | 'uri'
  | 'query'
  | 'header'
  | 'blankLine'
  | 'signedHeaders'
  | 'payloadHash'
  | 'date'
  | 'canonicalRequest'

export function differences(service: SigningInput, client: SigningInput): Difference[] {
  return [...linesOf(service, client), ...headerDifferences(service, client)].filter(
    (line) => line.service !== line.client,
  )
}

function linesOf(service: SigningInput, client: SigningInput): Difference[] {
  const line = (part: Part, of: (input: SigningInput) => string): Difference => ({
    part,
    service: asUtf8(of(service)),
    client: asUtf8(of(client)),
  })
  return [
    line('method', ({ method }) => method),
    line('uri', ({ uri }) => uri),
    line('query', ({ parameters }) => parameters.map(({ text }) => text).join('&')),
    line('blankLine', ({ blankLine }) => blankLine),
    line('signedHeaders', ({ signedHeaders }) => signedHeaders.join(';')),
    line('payloadHash', ({ payloadHash }) => payloadHash),
    line('date', ({ date }) => date),
    line('canonicalRequest', ({ canonicalRequest }) => canonicalRequest),
  ]
}

/** Line by line as long as both have the same headers; else what only one of them has. */
function headerDifferences(service: SigningInput, client: SigningInput): Difference[] {
  const ours = service.headers.map(printed)
  const theirs = client.headers.map(printed)
  if (ours.length === theirs.length) return ours.map((line, at) => header(line, theirs[at]!))
  const onlyOurs = ours.filter((line) => !theirs.includes(line))
  const onlyTheirs = theirs.filter((line) => !ours.includes(line))
  const count = Math.max(onlyOurs.length, onlyTheirs.length)
  return Array.from({ length: count }, (_, at) => header(onlyOurs[at] ?? '', onlyTheirs[at] ?? ''))
}

/** With its name, by which a recording knows the headers that it must not show. */
const printed = ({ name, value }: SigningInput['headers'][number]) => asUtf8(`${name}:${value}`)

const header = (service: string, client: string): Difference => ({
  part: 'header',
  service,
  client,
})

const asUtf8 = (bytes: string) => Buffer.from(bytes, 'latin1').toString('utf8')
