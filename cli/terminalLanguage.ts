/** Which language the terminal speaks, and why: `--lang`, HOPSCOPE_LANG, the locale, English. */
import { type Language, languages } from '#i18n/language.ts'

export interface ChosenLanguage {
  readonly language: Language
  readonly because: 'flag' | 'none' | { readonly variable: string }
}

/** In the order in which POSIX reads the locale of messages; the first that is set decides. */
const variables = ['HOPSCOPE_LANG', 'LC_ALL', 'LC_MESSAGES', 'LANG'] as const

/** Read before anything else, since help and refusals are texts too. */
export function terminalLanguage(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ChosenLanguage {
  const flag = languages.find((language) => language === langFlag(argv))
  if (flag) return { language: flag, because: 'flag' }
  const variable = variables.find((name) => env[name])
  if (variable === undefined) return { language: 'en', because: 'none' }
  return { language: ofLocale(env[variable]!), because: { variable } }
}

function langFlag(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--')
  const own = end < 0 ? argv : argv.slice(0, end)
  const at = own.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='))
  if (at < 0) return undefined
  return own[at] === '--lang' ? own[at + 1] : own[at]!.slice('--lang='.length)
}

/** `es_AR.UTF-8` is Spanish; `C`, `POSIX` and languages that we lack are English. */
function ofLocale(locale: string): Language {
  const [name] = locale.toLowerCase().split(/[_.@-]/)
  return languages.find((language) => language === name) ?? 'en'
}
