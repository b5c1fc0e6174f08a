/** XML 1.0, 2.4 and 2.11: what must be written as a reference so that a parser gives back what we had. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: S3 writes control characters in keys as references.
const inText = /[&<>"\u0000-\u0008\u000b-\u001f\u0085\u2028]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: line ends in attributes would come back as spaces.
const inAttribute = /[&<>"\u0000-\u001f\u0085\u2028]/g

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

const reference = (character: string): string =>
  named[character] ?? `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`

// biome-ignore lint/suspicious/noControlCharactersInRegex: as above; to look first is half the price of a replacement that finds nothing.
const isAnyInText = /[&<>"\u0000-\u0008\u000b-\u001f\u0085\u2028]/

export const escapeText = (text: string): string =>
  isAnyInText.test(text) ? text.replace(inText, reference) : text

export const escapeAttribute = (text: string): string => text.replace(inAttribute, reference)
