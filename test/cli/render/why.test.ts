import { describe, expect, test } from 'vitest'
import { type Look, plain } from '#cli/render/look.ts'
import { refusalList } from '#cli/render/refusalList.ts'
import { renderWhy } from '#cli/render/renderWhy.ts'
import { ascii, unicode } from '#cli/render/symbols.ts'
import { whyJson } from '#cli/render/whyJson.ts'
import { textsIn } from '#cli/texts.ts'
import type { Why } from '#cli/why/why.ts'
import {
  boundaryDenial,
  clockSkew,
  nested,
  scpDenial,
  signatureMistake,
  wrongSecret,
} from '../refusalsInTest.ts'

const look = (changes: Partial<Look> = {}): Look => ({
  texts: textsIn('en'),
  symbols: unicode,
  paint: plain,
  width: 80,
  ...changes,
})

const es = { texts: textsIn('es') }
const renderings: [name: string, why: Why, as: Look][] = [
  ['why.boundary.en', boundaryDenial, look()],
  ['why.boundary.es', boundaryDenial, look(es)],
  ['why.boundary.narrow', boundaryDenial, look({ width: 50, symbols: ascii })],
  ['why.scp.en', scpDenial, look()],
  ['why.scp.es', scpDenial, look(es)],
  ['why.signature.en', signatureMistake, look()],
  ['why.signature.es', signatureMistake, look(es)],
  ['why.secret.en', wrongSecret, look()],
  ['why.secret.es', wrongSecret, look(es)],
  ['why.skew.en', clockSkew, look()],
  ['why.skew.es', clockSkew, look(es)],
  ['why.nested.en', nested, look()],
]

describe('a refusal, explained', () => {
  test.each(renderings)('%s fits its width and reads as agreed', async (name, why, as) => {
    const lines = renderWhy(why, as)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(as.width)
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`../golden/${name}.txt`)
  })

  test.each([
    ['en', look()],
    ['es', look(es)],
  ])('the list of refusals in %s', async (language, as) => {
    const all = [boundaryDenial, signatureMistake, clockSkew, nested]
    const lines = refusalList(all, as)
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`../golden/why.list.${language}.txt`)
  })

  test('no placeholder stays open in any sentence', () => {
    for (const [, why, as] of renderings)
      expect(renderWhy(why, as).join(' ')).not.toMatch(/(?<!\$)\{\w+\}/)
  })
})

test('a script finds the same members in every refusal', () => {
  const members = [boundaryDenial, signatureMistake, clockSkew, nested].map((why) =>
    Object.keys(whyJson(why, textsIn('en'))).sort(),
  )
  expect(new Set(members.map(String)).size).toBe(1)
  expect(members[0]).toEqual([
    'at',
    'because',
    'change',
    'code',
    'decision',
    'detail',
    'hop',
    'hostAt',
    'inside',
    'kind',
    'message',
    'method',
    'operation',
    'party',
    'requestId',
    'signature',
    'stage',
    'status',
    'target',
  ])
})

test('each sentence travels with its key, its values and its wording', () => {
  const { because } = whyJson(clockSkew, textsIn('es')) as { because: object[] }
  expect(because[0]).toMatchObject({
    key: 'clockSkew',
    params: { distance: '20 min', window: '15 min' },
    text: expect.stringContaining('La petición lleva la fecha'),
  })
})
