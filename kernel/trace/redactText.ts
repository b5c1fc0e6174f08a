/**
 * Secrets inside text: forms, JSON, XML, pages, and what was signed. Each form is looked for in every text; one that
 * was cut off in the middle of a secret ends there. No expression here looks further than a fixed length for its end
 * more than once from the same place, so that no text makes it slow.
 */
import type { Label } from './secretLabels.ts'
import { sensitiveFields, sensitiveHeaders, sensitiveParameters } from './sensitiveNames.ts'

export function redactText(text: string, label: Label): string {
  if (!sensitiveName.test(text)) return text
  const pairs = isForm.test(text) ? redactPairs : redactLinks
  const steps = [pairs, redactJson, redactElements, redactInputs, redactSigned]
  return steps.reduce((redacted, step) => step(redacted, label), text)
}

/** Every secret stands after its name: most texts have none of the names, and are read once. */
const sensitiveName = new RegExp(
  [...sensitiveParameters.keys(), ...sensitiveHeaders.keys()].join('|'),
  'i',
)

const isForm = /^[\w.%*-]+=/

/** `a=b&c=d`, also behind a `?`: up to the next pair, whatever stands in it. */
export const redactPairs = (text: string, label: Label): string =>
  redactValues(text, /([?&]|^)([\w-]+)=([^&#]*)/g, label)

/** The same in a link inside a page or a document: it ends where the link does. */
const redactLinks = (text: string, label: Label): string =>
  redactValues(text, /([?&]|&amp;)([\w-]+)=([^&#\s"'<>\\]*)/g, label)

const redactValues = (text: string, pair: RegExp, label: Label): string =>
  text.replace(pair, (whole, before, name, value) => {
    const kind = sensitiveParameters.get(String(name).toLowerCase())
    return kind ? `${before}${name}=${label(kind, decodeSafely(value))}` : whole
  })

function decodeSafely(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '))
  } catch {
    return value
  }
}

function redactJson(text: string, label: Label): string {
  return text.replace(
    /"(\w+)"(\s*:\s*)(?:"((?:[^"\\]|\\[\s\S])*)("|\\?$)|(-?\d[\d.]*))/g,
    (whole, name, colon, value, end, number) => {
      const kind = sensitiveParameters.get(String(name).toLowerCase())
      if (!kind) return whole
      const shown = label(kind, unescaped(value ?? number))
      return `"${name}"${colon}"${shown}${end === undefined ? '"' : end}`
    },
  )
}

/** The secret as it is, so that it has the same label wherever it stands. */
function unescaped(value: string): string {
  try {
    return String(JSON.parse(`"${value}"`))
  } catch {
    return value
  }
}

function redactElements(text: string, label: Label): string {
  return text.replace(/<([\w-]+)>([^<]*)(<\/\1>|$)/g, (whole, name, value, end) => {
    const kind = sensitiveFields.get(String(name).toLowerCase())
    return kind ? `<${name}>${label(kind, value)}${end}` : whole
  })
}

function redactInputs(text: string, label: Label): string {
  return text.replace(
    /(name="([\w-]+)"[^>]{0,300}?value=")([^"]*)/g,
    (whole, before, name, value) => {
      const kind = sensitiveFields.get(String(name).toLowerCase())
      return kind ? `${before}${label(kind, value)}` : whole
    },
  )
}

/** However its name is written, and with a blank before the value: clients sign it so by mistake. */
const headerLine = new RegExp(`^(${[...sensitiveHeaders.keys()].join('|')}):( ?)([^\\n]+)`, 'gim')

/** Signed headers and parameters stand in the canonical request too. */
export function redactSigned(text: string, label: Label): string {
  if (!signedSecret.test(text)) return text
  return text
    .replace(headerLine, (_, name, blank, value) => {
      const kind = sensitiveHeaders.get(String(name).toLowerCase())!
      return `${name}:${blank}${label(kind, value)}`
    })
    .replace(
      /(X-Amz-Security-Token=)([^&\s<"]+)/gi,
      (_, before, value) => before + label('session-token', decodeSafely(value)),
    )
}

/** Most strings have none of the names and are read once. */
const signedSecret = new RegExp([...sensitiveHeaders.keys()].join('|'), 'i')
