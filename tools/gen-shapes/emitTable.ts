/** Writes a table as source text: plain data, one line an entry until the line is full. */

const width = 100

/** An object or array as TypeScript, broken over lines where it does not fit. */
export function emitValue(value: unknown, indent: string, used = indent.length): string {
  const line = inline(value)
  if (used + line.length < width || typeof value !== 'object' || value === null) return line
  const inner = `${indent}  `
  const rows = Array.isArray(value)
    ? value.map((item) => inner + emitValue(item, inner))
    : Object.entries(value).map(([key, item]) => {
        const head = `${inner}${emitKey(key)}: `
        return head + emitValue(item, inner, head.length)
      })
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  return `${open}\n${rows.join(',\n')},\n${indent}${close}`
}

function inline(value: unknown): string {
  if (typeof value === 'string') return emitString(value)
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const entries = Object.entries(value).map(([key, item]) => `${emitKey(key)}: ${inline(item)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

/** Single quotes; backslashes, quotes and control characters escaped as JSON does. */
export function emitString(text: string): string {
  const json = JSON.stringify(text).slice(1, -1)
  return `'${json.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

export const emitKey = (key: string): string =>
  /^[A-Za-z_$][\w$]*$/.test(key) ? key : emitString(key)
