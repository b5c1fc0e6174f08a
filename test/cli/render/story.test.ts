import { describe, expect, test } from 'vitest'
import { renderCiLines } from '#cli/render/ciLines.ts'
import { type Look, plain } from '#cli/render/look.ts'
import { renderStory } from '#cli/render/story.ts'
import { ascii, unicode } from '#cli/render/symbols.ts'
import { textsIn } from '#cli/texts.ts'
import type { ScenarioEvent } from '#scenarios/engine/scenario.ts'
import {
  approval,
  attackReports,
  attackStoryOf,
  createBucket,
  getRoleCredentials,
  refused,
  storyOf,
  whoseKey,
} from '../scenarioInTest.ts'

const look = (changes: Partial<Look> = {}): Look => ({
  texts: textsIn('en'),
  symbols: unicode,
  paint: plain,
  width: 80,
  ...changes,
})

const happy = storyOf([approval, getRoleCredentials, whoseKey, createBucket])
const denied = storyOf([approval, getRoleCredentials, whoseKey, refused])

const attacked = attackStoryOf(attackReports)

type Render = (event: ScenarioEvent, look: Look) => string[]
const whole = (render: Render, events: ScenarioEvent[], as: Look) =>
  `${events.flatMap((event) => render(event, as)).join('\n')}\n`

const es = { texts: textsIn('es') }
const renderings: [name: string, render: Render, events: ScenarioEvent[], as: Look][] = [
  ['story.en', renderStory, happy, look()],
  ['story.es', renderStory, happy, look(es)],
  ['story.ascii', renderStory, happy, look({ symbols: ascii })],
  ['story.narrow', renderStory, happy, look({ width: 60 })],
  ['story.denied.en', renderStory, denied, look()],
  ['story.denied.es', renderStory, denied, look(es)],
  ['ci.en', renderCiLines, happy, look()],
  ['ci.ascii', renderCiLines, denied, look({ symbols: ascii })],
  ['ci.denied.es', renderCiLines, denied, look(es)],
  ['attacks.story.en', renderStory, attacked, look()],
  ['attacks.story.es', renderStory, attacked, look(es)],
  ['attacks.ascii', renderStory, attacked, look({ symbols: ascii })],
  ['attacks.ci.en', renderCiLines, attacked, look()],
  ['attacks.ci.es', renderCiLines, attacked, look(es)],
]

describe('a run on the terminal', () => {
  test.each(renderings)(
    '%s reads as agreed and fits its width',
    async (name, render, events, as) => {
      const shown = whole(render, events, as)
      for (const line of shown.split('\n')) expect(line.length).toBeLessThanOrEqual(as.width)
      await expect(shown).toMatchFileSnapshot(`../golden/${name}.txt`)
    },
  )

  test('has only ASCII signs where the locale is not UTF-8', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII
    expect(whole(renderStory, denied, look({ symbols: ascii }))).toMatch(/^[\x00-\x7f]*$/)
  })

  test('shows what came from outside without its control characters', () => {
    const hop = { ...approval, operation: '\u001b[2J', code: '\u0007', verdict: 'failed' as const }
    const shown = renderStory({ kind: 'hop', hop }, look()).join('\n')
    expect(shown).toContain('\ufffd[2J')
    for (const control of ['\u0007', '\u001b']) expect(shown).not.toContain(control)
  })

  test('shows a check that it has no words for by its key', () => {
    const hop = { ...approval, checks: [{ key: 'toString', params: {}, holds: true }] }
    expect(renderStory({ kind: 'hop', hop }, look())).toContain('       ✓ toString')
  })

  test('says until when without saying how long where the hop has no time of its own', () => {
    const hop = { ...getRoleCredentials, at: undefined }
    expect(renderStory({ kind: 'hop', hop }, look())).toContain('       valid until 14:03:22Z')
  })

  test('says so where the auditor sees nothing', () => {
    expect(renderStory({ kind: 'audit', records: [] }, look())).toContain('  nothing was recorded')
  })

  test('has a column of errors where the auditor sees one', () => {
    const record = {
      at: '2026-11-24T13:04:22Z',
      accountId: '222222222222',
      eventSource: 's3.amazonaws.com',
      eventName: 'CreateBucket',
      who: 'ana',
      errorCode: null,
    }
    const records = [record, { ...record, errorCode: 'AccessDenied' }]
    expect(renderStory({ kind: 'audit', records }, look())).toEqual([
      'What the auditor sees',
      '  Time       Account       Event            Error         Who',
      '  13:04:22Z  222222222222  s3 CreateBucket  –             ana',
      '  13:04:22Z  222222222222  s3 CreateBucket  AccessDenied  ana',
      '',
    ])
  })

  test('tells of skipped checks in the last line', () => {
    const ended = happy.at(-1) as Extract<ScenarioEvent, { kind: 'ended' }>
    const report = { ...ended.report, skipped: 2 }
    expect(renderCiLines({ kind: 'ended', report }, look())).toEqual([
      '4 passed, 0 failed, 2 skipped',
    ])
  })

  test('ends with the words of the client that was refused', () => {
    const event = { kind: 'refused', message: 'AccessDenied: \u001b[2J' } as const
    expect(renderCiLines(event, look())).toEqual([expect.stringMatching(/AccessDenied: \ufffd/)])
    expect(renderStory(event, look())).toEqual([...renderCiLines(event, look()), ''])
  })

  test('marks a repeated request that was refused', () => {
    const event = { kind: 'repeated', operation: 'ListBuckets', hops: [9], status: 403 } as const
    expect(renderStory(event, look())[0]).toMatch(/^✗ +ListBuckets +403 /)
  })
})
