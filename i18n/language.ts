/** Which language a page speaks: what the address asks for, else what the browser prefers (RFC 9110 12.5.4). */

export const languages = ['en', 'es'] as const
export type Language = (typeof languages)[number]

export interface LanguageWish {
  /** `?lang=`. */
  readonly asked?: string | undefined
  /** `Accept-Language`. */
  readonly accepted?: string | undefined
  readonly fallback: Language
}

export function language({ asked, accepted, fallback }: LanguageWish): Language {
  return known(asked) ?? preferred(accepted ?? '') ?? fallback
}

/** `es-AR` is served in Spanish. */
function known(tag: string | undefined): Language | undefined {
  const primary = tag?.trim().toLowerCase().split('-')[0]
  return languages.find((each) => each === primary)
}

/** No browser sends more. */
const maxTags = 20

function preferred(header: string): Language | undefined {
  const ranked = header
    .slice(0, 1000)
    .split(',')
    .slice(0, maxTags)
    .map((part) => {
      const [tag, ...parameters] = part.split(';').map((each) => each.trim())
      const quality = parameters.find((each) => each.startsWith('q='))
      return { tag, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 }
    })
    .filter(({ tag, quality }) => quality > 0 && known(tag) !== undefined)
    .sort((a, b) => b.quality - a.quality)
  return known(ranked[0]?.tag)
}
