/** Which language the terminal speaks, and what decided it. */
import { text } from '#i18n/text.ts'
import type { ChosenLanguage } from '../terminalLanguage.ts'
import type { Texts } from '../texts.ts'
import type { Finding } from './finding.ts'

export function languageFound({ language, because }: ChosenLanguage, { cli }: Texts): Finding {
  const { languageReasons: reasons, languageIs } = cli.doctor
  const reason =
    typeof because === 'string'
      ? reasons[because]
      : text(reasons.variable, { name: because.variable })
  return { id: 'language', verdict: 'ok', sentence: text(languageIs, { language, reason }) }
}
