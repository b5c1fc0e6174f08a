/** Text from outside as a terminal may print it: no control characters, no switches of direction. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

export function printable(value: string): string {
  return value.replace(unprintable, '\ufffd')
}
