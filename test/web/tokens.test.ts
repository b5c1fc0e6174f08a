import { describe, expect, test } from 'vitest'
import { baseStyles } from '#web/baseStyles.ts'
import { tokens } from '#web/tokens.ts'

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

const theme = (css: string) =>
  new Map(
    [...css.matchAll(/--([a-z0-9-]+):(#[0-9a-f]{6})/g)].map(([, name, value]) => [name!, value!]),
  )

const [light, dark] = tokens.split(':root[data-theme=dark]').map(theme)

describe('colours', () => {
  test.each([
    ['text', 'surface'],
    ['text', 'fail-tint'],
    ['muted', 'surface'],
    ['muted', 'sunken'],
    ['faint', 'surface'],
    ['accent', 'surface'],
    ['on-accent', 'accent'],
    ['fail', 'surface'],
    ['fail', 'fail-tint'],
    ['ok', 'surface'],
    ['warn', 'warn-tint'],
  ])('%s can be read on %s, light and dark (WCAG 2.2 AA)', (ink, paper) => {
    for (const each of [light!, dark!])
      expect(contrast(each.get(ink)!, each.get(paper)!)).toBeGreaterThanOrEqual(4.5)
  })

  test('are the same set in both themes', () => {
    expect([...dark!.keys()]).toEqual([...light!.keys()])
  })

  test('and sizes are all defined before they are used', () => {
    const defined = new Set(
      [...`${tokens}${baseStyles}`.matchAll(/--([a-z0-9-]+):/g)].map(([, name]) => name),
    )
    const used = [...baseStyles.matchAll(/var\(--([a-z0-9-]+)\)/g)].map(([, name]) => name)
    // The lane colour of the party is set by the page's own `data-p`.
    expect(used.filter((name) => !defined.has(name))).toEqual([])
  })
})
