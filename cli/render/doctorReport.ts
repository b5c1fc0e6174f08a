/** What doctor found, one line each. */
import { text } from '#i18n/text.ts'
import type { Finding } from '../doctor/finding.ts'
import type { Format, Look } from './look.ts'
import type { Symbols } from './symbols.ts'
import { wrap } from './wrap.ts'

const signs = {
  ok: { symbol: 'passed', format: 'green' },
  missing: { symbol: 'none', format: 'dim' },
  wrong: { symbol: 'failed', format: 'red' },
} as const satisfies Record<Finding['verdict'], { symbol: keyof Symbols; format: Format }>

export function renderDoctorReport(
  findings: readonly Finding[],
  version: string,
  look: Look,
): string[] {
  const { texts, paint, width } = look
  const { doctor } = texts.cli
  const isWell = findings.every(({ verdict }) => verdict !== 'wrong')
  return [
    paint('bold', text(doctor.title, { version })),
    ...findings.flatMap((finding) => line(finding, look)),
    ...wrap(isWell ? doctor.allWell : doctor.notWell, width),
  ]
}

function line(
  { id, verdict, sentence }: Finding,
  { texts, symbols, paint, width }: Look,
): string[] {
  const { names } = texts.cli.doctor
  const nameWidth = Math.max(...Object.values(names).map((name) => name.length))
  const { symbol, format } = signs[verdict]
  const first = `${symbols[symbol]}  ${names[id].padEnd(nameWidth)}  `
  const lines = wrap(sentence, width, first, ' '.repeat(first.length))
  return lines.map((each) => paint(format, each))
}
