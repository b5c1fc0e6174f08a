/** AWS's patterns are Java's: made into JavaScript's once, when the table is linked. */

/**
 * Java's `matches` covers the whole value, hence the anchors. `u` first: without it `\p{L}` would mean
 * the letter p. Some patterns hold escapes that `u` forbids (`\/`-like ones), and no `\p`: those go without.
 */
export function compilePattern(pattern: string): RegExp {
  const inline = /^\(\?([si]+)\)/.exec(pattern)
  const flags = inline?.[1] ?? ''
  const source = `^(?:${pattern.slice(inline?.[0].length ?? 0)})$`
  try {
    return new RegExp(source, `u${flags}`)
  } catch (error) {
    if (pattern.includes('\\p')) throw error
    return new RegExp(source, flags)
  }
}
