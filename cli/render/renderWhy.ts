/** A refusal as it is explained to a person. */
import { printable } from '#i18n/printable.ts'
import { text } from '#i18n/text.ts'
import type { Why } from '../why/why.ts'
import { decisionTree } from './decisionTree.ts'
import type { Look } from './look.ts'
import { partyName } from './partyName.ts'
import { signatureReport } from './signatureReport.ts'
import { whySentence } from './whySentence.ts'
import { wrap } from './wrap.ts'

export function renderWhy(why: Why, look: Look): string[] {
  const { texts, width, paint } = look
  const sentences = why.because.flatMap((sentence) =>
    wrap(whySentence(sentence, texts), width, indent),
  )
  return [
    ...title(why, look),
    ...facts(why, look),
    ...(sentences.length > 0 ? ['', paint('bold', texts.why.why), ...sentences] : []),
    ...(why.decision ? ['', paint('bold', texts.why.decision.title)] : []),
    ...(why.decision ? decisionTree(why.decision, look) : []),
    ...(why.signature ? ['', ...signatureReport(why.signature, why.party, look)] : []),
    ...inside(why, look),
  ]
}

const indent = '  '

export function whyTitle(why: Why, { texts }: Look): string {
  const { party, operation, method, target, status, code } = why
  const name = partyName(party, texts)
  const path = printable(target.split('?')[0]!)
  if (operation !== null && code !== null)
    return text(texts.why.title, { party: name, operation, status, code })
  const said = text(texts.why.titleOfPage, { party: name, method, path, status })
  return code === null ? said : `${said} ${code}`
}

function title(why: Why, look: Look): string[] {
  const { paint, symbols, width } = look
  const first = `${symbols.failed} `
  return wrap(whyTitle(why, look), width, first, ' '.repeat(first.length)).map((line) =>
    paint('red', line),
  )
}

function facts(why: Why, look: Look): string[] {
  const { texts } = look
  const rows = [
    [texts.why.by, text(texts.why.requestLine, { method: why.method, target: why.target })],
    ['', times(why, look)],
    [texts.why.where, whereText(why, look)],
    ...(why.message === null ? [] : [[texts.why.answer, printable(why.message)] as const]),
  ] as const
  const nameWidth = Math.max(...rows.map(([name]) => name.length))
  return rows.flatMap(([name, value]) => {
    const first = `${indent}${name.padEnd(nameWidth)}  `
    return wrap(value, look.width, first, ' '.repeat(first.length))
  })
}

/** Both clocks where one was moved. */
function times({ at, hostAt, requestId }: Why, { texts }: Look): string {
  const isMoved = Math.abs(Date.parse(at) - Date.parse(hostAt)) >= 1000
  return isMoved
    ? text(texts.why.timesMoved, { at, host: hostAt, requestId })
    : text(texts.why.times, { at, requestId })
}

function whereText({ hop, party, stage }: Why, { texts }: Look): string {
  const { why } = texts
  const place = hop
    ? text(why.hop, {
        n: hop.n,
        from: partyName(hop.from, texts),
        to: partyName(hop.to, texts),
      })
    : text(why.noHop, { party: partyName(party, texts) })
  return stage === null
    ? place
    : text(why.hopAndStage, { hop: place, stage: text(why.stage, { stage }) })
}

function inside({ inside: inner }: Why, look: Look): string[] {
  if (!inner) return []
  const { texts, width } = look
  const what = whyTitle(inner, look)
  return ['', ...wrap(text(texts.why.inside, { what }), width), '', ...renderWhy(inner, look)]
}
