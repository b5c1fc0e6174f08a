/** One thing wrong with a seed: where, and a text key with parameters that i18n renders. */
import { seed as en } from '#i18n/en/seed.ts'
import { seed as es } from '#i18n/es/seed.ts'
import type { Language } from '#i18n/language.ts'
import { fill, inLanguage, type Params } from '#i18n/text.ts'

type Texts = (typeof en)['problem']
export type SeedProblemKey = keyof Texts

export interface SeedProblem {
  /** As a person writes it: `identityCenter.assignments[0].permissionSet`; empty for the whole file. */
  readonly path: string
  readonly key: SeedProblemKey
  readonly params: Readonly<Record<string, string | number>>
}

export function seedProblem<K extends SeedProblemKey>(
  path: string,
  key: K,
  params: Params<Texts[K]>,
): SeedProblem {
  return { path, key, params }
}

/** `accounts[0].id: must be twelve digits in quotes …`. */
export function seedProblemText(
  { path, key, params }: SeedProblem,
  language: Language = 'en',
): string {
  const texts = inLanguage(language, { en, es })
  const where = path === '' ? texts.wholeFile : path
  return fill(`{where}: ${texts.problem[key]}`, { ...params, where })
}
