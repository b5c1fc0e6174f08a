import { describe, expect, test } from 'vitest'
import { terminalLanguage } from '#cli/terminalLanguage.ts'

type Row = [argv: string[], env: Record<string, string>, language: string, because: unknown]

const rows: Row[] = [
  [[], {}, 'en', 'none'],
  [['--lang', 'es'], {}, 'es', 'flag'],
  [['scenario', '--lang=es'], { LANG: 'en_US.UTF-8' }, 'es', 'flag'],
  [['--lang', 'en'], { HOPSCOPE_LANG: 'es' }, 'en', 'flag'],
  [['--lang', 'es', '--lang', 'en'], {}, 'en', 'flag'],
  [['--lang', 'fr'], { LANG: 'es_ES.UTF-8' }, 'es', { variable: 'LANG' }],
  [['--lang'], {}, 'en', 'none'],
  [['record', '--', 'tool', '--lang', 'es'], {}, 'en', 'none'],
  [[], { HOPSCOPE_LANG: 'es', LC_ALL: 'en_US.UTF-8' }, 'es', { variable: 'HOPSCOPE_LANG' }],
  [[], { LC_ALL: 'es_AR.UTF-8', LANG: 'en_US.UTF-8' }, 'es', { variable: 'LC_ALL' }],
  [[], { LC_ALL: '', LC_MESSAGES: 'es', LANG: 'en' }, 'es', { variable: 'LC_MESSAGES' }],
  [[], { LC_ALL: 'C', LANG: 'es_ES.UTF-8' }, 'en', { variable: 'LC_ALL' }],
  [[], { LANG: 'es_ES@euro' }, 'es', { variable: 'LANG' }],
  [[], { LANG: 'ES' }, 'es', { variable: 'LANG' }],
  [[], { LANG: 'de_DE.UTF-8' }, 'en', { variable: 'LANG' }],
  [[], { LANG: 'POSIX' }, 'en', { variable: 'LANG' }],
  [[], { LANG: 'est_EE' }, 'en', { variable: 'LANG' }],
]

describe('the language of the terminal', () => {
  test.each(rows)('for %j with %j is %s', (argv, env, language, because) => {
    expect(terminalLanguage(argv, env)).toEqual({ language, because })
  })
})
