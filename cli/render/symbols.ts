/** The signs of the terminal: shape and word, never colour alone. */
export interface Symbols {
  /** All marks are equally wide. */
  readonly passed: string
  readonly failed: string
  readonly arrow: string
  readonly none: string
  readonly cut: string
  /** Here the sandbox differs from AWS. */
  readonly differs: string
}

export const unicode: Symbols = {
  passed: '✓',
  failed: '✗',
  arrow: '→',
  none: '–',
  cut: '…',
  differs: '!',
}
export const ascii: Symbols = {
  passed: 'ok',
  failed: 'NO',
  arrow: '->',
  none: '--',
  cut: '..',
  differs: '! ',
}

/**
 * By the locale of characters, read as POSIX does. Letters stay as they are: where only symbols
 * would break a layout, an accent is still best sent as it is.
 */
export function symbolsFor(env: Readonly<Record<string, string | undefined>>): Symbols {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || ''
  return /utf-?8/i.test(locale) ? unicode : ascii
}
