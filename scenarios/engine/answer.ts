/** What came back to a raw request: status, and where it is a refusal the service's code and words, in whatever form it says them. */
import type { IncomingHttpHeaders } from 'node:http'

export interface Answer {
  readonly status: number
  /** The service's error code; null where it said none. */
  readonly code: string | null
  readonly message: string
  readonly body: string
}

export function answerOf(status: number, headers: IncomingHttpHeaders, bytes: Buffer): Answer {
  const body = bytes.toString()
  const said = status < 400 ? undefined : (ofXml(body) ?? ofJson(body, headers))
  return { status, code: said?.code ?? null, message: said?.message ?? '', body }
}

interface Said {
  readonly code: string | null
  readonly message: string
}

/** S3's and the query protocol's: `<Error><Code/><Message/>`. */
function ofXml(body: string): Said | undefined {
  const code = elementOf(body, 'Code')
  return code === undefined ? undefined : { code, message: elementOf(body, 'Message') ?? '' }
}

/** The text of the first element of a name: for answers of ours, not for any XML of the world. */
export function elementOf(xml: string, name: string): string | undefined {
  const from = xml.indexOf(`<${name}>`)
  const to = xml.indexOf(`</${name}>`, from)
  return from < 0 || to < 0 ? undefined : decoded(xml.slice(from + name.length + 2, to))
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&amp;': '&',
}

const decoded = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|apos|amp|#34|#39);/g, (entity) => entities[entity] ?? entity)

/** The JSON protocols name the error in a header, our own listeners in the body. */
function ofJson(body: string, headers: IncomingHttpHeaders): Said | undefined {
  const said = parsed(body)
  if (said === undefined) return undefined
  const named = headers['x-amzn-errortype'] ?? said['code'] ?? said['error']
  return {
    code: typeof named === 'string' ? named.split(':')[0]! : null,
    message: String(said['message'] ?? said['error_description'] ?? ''),
  }
}

function parsed(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}

export const isAccepted = (answer: Answer | undefined): boolean =>
  answer !== undefined && answer.status >= 200 && answer.status < 300
