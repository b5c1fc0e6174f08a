/** `encoding-type=url`: keys that XML cannot carry travel as in a form, but for `/` and `*`, which stay. */

export function urlEncoded(text: string): string {
  return encodeURIComponent(text).replace(/%2F|%20|[!'()~]/g, (found) => WRITTEN[found]!)
}

const WRITTEN: Readonly<Record<string, string>> = {
  '%2F': '/',
  '%20': '+',
  '!': '%21',
  "'": '%27',
  '(': '%28',
  ')': '%29',
  '~': '%7E',
}
