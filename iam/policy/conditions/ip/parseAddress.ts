/** IPv4 and IPv6 addresses as 16-bit words (RFC 4291 section 2.2 for IPv6), so that ranges compare as bits. */
export interface Address {
  readonly family: 4 | 6
  /** Two words for IPv4, eight for IPv6. */
  readonly words: readonly number[]
}

const OCTET = /^(0|[1-9]\d{0,2})$/
const GROUP = /^[0-9a-fA-F]{1,4}$/
const GROUPS = 8

export function parseAddress(text: string): Address | undefined {
  const family = text.includes(':') ? 6 : 4
  const words = family === 6 ? parseIpv6(text) : parseIpv4(text)
  return words && { family, words }
}

function parseIpv4(text: string): readonly number[] | undefined {
  const octets = text.split('.').map((octet) => (OCTET.test(octet) ? Number(octet) : 256))
  const [a, b, c, d] = octets
  if (octets.length !== 4 || octets.some((octet) => octet > 255)) return undefined
  return [a! * 256 + b!, c! * 256 + d!]
}

/** `::` stands for one or more groups of zeros, and may stand only once. */
function parseIpv6(text: string): readonly number[] | undefined {
  const halves = text.split('::')
  const [head, tail] = halves.map(parseGroups)
  if (head === undefined || halves.length > 2) return undefined
  if (halves.length === 1) return head.length === GROUPS ? head : undefined
  if (tail === undefined || head.length + tail.length >= GROUPS) return undefined
  return [...head, ...Array(GROUPS - head.length - tail.length).fill(0), ...tail]
}

function parseGroups(text: string): readonly number[] | undefined {
  if (text === '') return []
  const groups = text.split(':')
  const last = groups.at(-1)
  const embedded = last?.includes('.') ? parseIpv4(last) : undefined
  const plain = embedded ? groups.slice(0, -1) : groups
  if (!plain.every((group) => GROUP.test(group))) return undefined
  return [...plain.map((group) => Number.parseInt(group, 16)), ...(embedded ?? [])]
}
