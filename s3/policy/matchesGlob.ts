/** `*` and `?` in names of policies, matched in one pass and a step back: never a regular expression of a user's. */
export function matchesGlob(pattern: string, text: string): boolean {
  let at = 0
  let star = -1
  let resume = 0
  for (let i = 0; i < text.length; ) {
    const sign = pattern[at]
    if (sign === '*') {
      star = at++
      resume = i
    } else if (sign === '?' || sign === text[i]) {
      at++
      i++
    } else if (star >= 0) {
      at = star + 1
      i = ++resume
    } else return false
  }
  while (pattern[at] === '*') at++
  return at === pattern.length
}
