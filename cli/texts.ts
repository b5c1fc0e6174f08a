/** The texts of the command in one language. */
import { attacks as enAttacks } from '#i18n/en/attacks.ts'
import { cli as enCli } from '#i18n/en/cli.ts'
import { scenario as enScenario } from '#i18n/en/scenario.ts'
import { seed as enSeed } from '#i18n/en/seed.ts'
import { attacks as esAttacks } from '#i18n/es/attacks.ts'
import { cli as esCli } from '#i18n/es/cli.ts'
import { scenario as esScenario } from '#i18n/es/scenario.ts'
import { seed as esSeed } from '#i18n/es/seed.ts'
import type { Language } from '#i18n/language.ts'
import { inLanguage } from '#i18n/text.ts'

export interface Texts {
  readonly language: Language
  readonly cli: typeof enCli
  readonly scenario: typeof enScenario
  readonly seed: typeof enSeed
  readonly attacks: typeof enAttacks
}

export function textsIn(language: Language): Texts {
  return {
    language,
    cli: inLanguage(language, { en: enCli, es: esCli }),
    scenario: inLanguage(language, { en: enScenario, es: esScenario }),
    seed: inLanguage(language, { en: enSeed, es: esSeed }),
    attacks: inLanguage(language, { en: enAttacks, es: esAttacks }),
  }
}
