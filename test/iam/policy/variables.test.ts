// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { requestContext } from '#iam/policy/requestContext.ts'
import { parseTemplate, resolveTemplate } from '#iam/policy/variables.ts'

const context = requestContext(() => [
  ['aws:username', ['ana']],
  ['aws:PrincipalTag/Team', ['blue*']],
  ['test:empty', ['']],
  ['test:many', ['a', 'b']],
])

const resolve = (source: string, version: '2008-10-17' | '2012-10-17' = '2012-10-17') =>
  resolveTemplate(parseTemplate(source, version), context)

describe('a policy variable', () => {
  test.each([
    ['home/${aws:username}', 'home/ana'],
    ['${aws:username}${aws:username}', 'anaana'],
    ['${AWS:UserName}', 'ana'],
    ['${ aws:username }', 'ana'],
    ['${aws:PrincipalTag/team}', 'blue*'],
    ['${test:empty}', ''],
    ["${aws:username, 'nobody'}", 'ana'],
    ["${test:absent, 'nobody'}", 'nobody'],
    ["${test:absent,'nobody'}", 'nobody'],
    ["${test:absent, ''}", ''],
    ['${*}${?}${$}', '*?$'],
    ['${$}{aws:username}', '${aws:username}'],
    ['no variable', 'no variable'],
    ['${', '${'],
    ['a${aws:username', 'a${aws:username'],
    ['$aws:username', '$aws:username'],
    ['}${aws:username}{', '}ana{'],
    ['', ''],
  ])('%j becomes %j', (source, text) => {
    expect(resolve(source)?.text).toBe(text)
  })

  test.each([
    '${test:absent}',
    'a/${test:absent}/b',
    '${test:absent, nobody}',
    '${test:many}',
    "${test:many, 'nobody'}",
    '${}',
    '${constructor}',
    '${__proto__}',
  ])('%j has no value', (source) => {
    expect(resolve(source)).toBeUndefined()
  })

  test('is literal text in Version 2008-10-17', () => {
    expect(resolve('home/${aws:username}/${*}', '2008-10-17')).toEqual({
      text: 'home/${aws:username}/${*}',
    })
  })

  test('brings in no wildcards: its * and ? are marked, those of the policy are not', () => {
    const pattern = resolve('*${aws:PrincipalTag/Team}*${?}?')
    expect(pattern?.text).toBe('*blue**??')
    expect([...(pattern?.literals ?? [])]).toEqual([5, 7])
  })

  test('never throws and never takes more than it is given', () => {
    const source = fc.string({
      unit: fc.constantFrom('$', '{', '}', '*', ',', "'", ' ', 'a'),
      maxLength: 20,
    })
    fc.assert(
      fc.property(source, (text) => {
        const template = parseTemplate(text, '2012-10-17')
        const resolved = resolveTemplate(template, context)
        if (!text.includes('${')) expect(resolved?.text).toBe(text)
        if (template.fixed !== undefined) expect(resolved).toBe(template.fixed)
      }),
      { numRuns: 3_000 },
    )
  })

  test('escaped text means what it says', () => {
    const escaped = (text: string) => text.replace(/[*?$]/g, (char) => `\${${char}}`)
    fc.assert(
      fc.property(fc.string(), (text) => {
        const pattern = resolve(escaped(text))
        expect(pattern?.text).toBe(text)
      }),
    )
  })
})
