/** What the doctor found of a signature: the mistakes with what mends them, where the two texts part, what is not covered. */
import { fill, text } from '#i18n/text.ts'
import type { FoundMistake } from '#kernel/sigv4/doctor/diagnoseSignature.ts'
import type { Difference } from '#kernel/sigv4/doctor/differences.ts'
import type { NotCovered } from '#kernel/sigv4/doctor/notCovered.ts'
import type { SignatureFinding } from '../why/causes/signatureFinding.ts'
import type { Look } from './look.ts'
import { partyName } from './partyName.ts'
import { wrap } from './wrap.ts'

export function signatureReport(
  { diagnosis, notCovered, signedHeaders }: SignatureFinding,
  party: string,
  look: Look,
): string[] {
  const { texts, paint, width } = look
  const { signature } = texts.why
  const { mistakes, differences } = diagnosis
  return [
    paint('bold', signature.title),
    ...(mistakes.length > 0 ? wrap(signature.mistakes, width, indent) : []),
    ...mistakes.flatMap((mistake) => mistakeLines(mistake, look)),
    ...differences.flatMap((difference) => differenceLines(difference, party, look)),
    ...wrap(coveredText(signedHeaders, notCovered, look), width, indent),
    ...wrap(notCoveredText(notCovered.headers, look), width, indent),
  ]
}

const indent = '  '

function mistakeLines({ id, params }: FoundMistake, look: Look): string[] {
  const { texts, symbols, paint, width } = look
  const { what, fix } = texts.why.mistakes[id]
  const first = `${indent}${symbols.failed} `
  const hanging = ' '.repeat(first.length)
  return [
    ...wrap(fill(what, params), width, first, hanging).map((line) => paint('red', line)),
    ...wrap(text(texts.why.fix, { fix }), width, hanging),
  ]
}

function differenceLines(difference: Difference, party: string, look: Look): string[] {
  const { texts, symbols, width } = look
  const { parts, service, client, nothingThere } = texts.why.signature
  const name = partyName(party, texts)
  const sides = [
    [text(service, { party: name }), difference.service],
    [client, difference.client],
  ] as const
  const sideWidth = Math.max(...sides.map(([side]) => side.length))
  return [
    ...wrap(parts[difference.part], width, `${indent}${indent}`),
    ...sides.flatMap(([side, value]) => {
      const first = `${indent.repeat(3)}${side.padEnd(sideWidth)}  `
      return wrap(
        value === '' ? nothingThere : visible(value, symbols.blank),
        width,
        first,
        ' '.repeat(first.length),
      )
    }),
  ]
}

/** A blank at an end is what one is looking for, and does not show. */
const visible = (value: string, blank: string) =>
  value.replace(/: | {2,}| $/g, (blanks) => blanks.replaceAll(' ', blank))

function coveredText(signed: readonly string[], { body }: NotCovered, { texts }: Look): string {
  const { covered, coveredParts, coveredPartsNotBody } = texts.why.signature
  const headers = signed.join(', ')
  const parts = text(body ? coveredPartsNotBody : coveredParts, { headers })
  return text(covered, { parts })
}

function notCoveredText(headers: readonly string[], { texts }: Look): string {
  const { notCovered, allCovered } = texts.why.signature
  return headers.length === 0 ? allCovered : text(notCovered, { headers: headers.join(', ') })
}
