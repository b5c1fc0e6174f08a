/** A condition key's name as it is compared: in lower case. The same few names come with every request. */

const known = new Map<string, string>()
const remembered = 4096
/** Longer names come from tags that a caller makes up; keeping them would let callers fill our memory. */
const longestRemembered = 128

export function comparedName(name: string): string {
  const before = known.get(name)
  if (before !== undefined) return before
  const lowerCase = name.toLowerCase()
  if (name.length > longestRemembered) return lowerCase
  if (known.size >= remembered) known.clear()
  known.set(name, lowerCase)
  return lowerCase
}
