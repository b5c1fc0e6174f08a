/**
 * The order of keys: by Unicode code point, as S3 lists them (UTF-8 bytes sort the same) and as every database
 * can; JavaScript's own is by UTF-16 unit, which puts emoji before U+FFFD.
 */

/** The only units of which the two orders disagree: surrogates (D800 to DFFF) against what follows them. */
const DISPUTED = /[\ud800-\uffff]/
const ALL_DISPUTED = /[\ud800-\uffff]/g

/** A text that sorts by UTF-16 unit where `text` sorts by code point. One unit for one: prefixes stay prefixes. */
export const sortKey = (text: string): string =>
  DISPUTED.test(text) ? text.replace(ALL_DISPUTED, swapSurrogates) : text

export function compareCodePoints(a: string, b: string): number {
  if (a === b) return 0
  return sortKey(a) < sortKey(b) ? -1 : 1
}

/** Surrogates move above E000 to FFFF, and those down into the room. */
function swapSurrogates(unit: string): string {
  const code = unit.charCodeAt(0)
  return String.fromCharCode(code < 0xe000 ? code + 0x2000 : code - 0x800)
}
