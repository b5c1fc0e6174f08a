import { describe, expect, test } from 'vitest'
import { badgeText, renderBadges } from '#cli/render/badges.ts'
import { renderHop } from '#cli/render/hop.ts'
import { type Look, plain } from '#cli/render/look.ts'
import { ascii, unicode } from '#cli/render/symbols.ts'
import { textsIn } from '#cli/texts.ts'
import type { Badge } from '#kernel/trace/badge.ts'
import { createBucket } from '../scenarioInTest.ts'

const look: Look = { texts: textsIn('en'), symbols: unicode, paint: plain, width: 80 }

const all: Badge[] = [
  { badge: 'hostClock', offsetSeconds: 3660 },
  { badge: 'secureTransport' },
  { badge: 'sourceIp', sourceIp: '203.0.113.7' },
  { badge: 'globalBucketNames', bucket: 'reports' },
  { badge: 'realKey', accessKeyId: 'AKIA************WXYZ' },
]

describe('a difference from AWS', () => {
  test.each(all)('has a sentence in both languages: $badge', (badge) => {
    const [en, es] = [badgeText(badge, textsIn('en')), badgeText(badge, textsIn('es'))]
    expect(en).not.toBe(es)
    const { badge: _, ...params } = badge
    for (const sentence of [en, es]) {
      expect(sentence).not.toMatch(/[{}]/)
      for (const value of Object.values(params)) expect(sentence).toContain(String(value))
    }
  })

  test('is shown with the checks of its hop, within the width', () => {
    const shown = renderHop({ ...createBucket, badges: all }, look)
    expect(shown.filter((line) => line.trimStart().startsWith('! '))).toHaveLength(all.length)
    for (const line of shown) expect(line.length).toBeLessThanOrEqual(look.width)
    expect(renderHop(createBucket, look).join()).not.toContain('! ')
  })

  test('has a sign as wide as the other marks', () => {
    for (const { passed, differs } of [unicode, ascii]) expect(differs).toHaveLength(passed.length)
  })

  test('of a later version is shown by its name, without control characters', () => {
    const unknown = { badge: 'to\u001bString' } as unknown as Badge
    expect(renderBadges([unknown], look, '')).toEqual(['! to\ufffdString'])
  })
})
