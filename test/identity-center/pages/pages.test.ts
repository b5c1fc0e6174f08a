import { describe, expect, test } from 'vitest'
import { type Language, languages } from '#i18n/language.ts'
import { type ApprovePage, approvePage } from '#identity-center/pages/approve.ts'
import { enterCodePage } from '#identity-center/pages/enterCode.ts'
import { type MessageKind, messagePage } from '#identity-center/pages/message.ts'
import { type ShownAccount, startPage } from '#identity-center/pages/start.ts'
import { texts } from '#identity-center/pages/texts.ts'
import { pageFaults } from '#test/web/pageFaults.ts'

const person = { name: 'Ana Ruiz', company: 'Almadía' }

const approval = (lang: Language, changed: Partial<ApprovePage> = {}) =>
  approvePage({
    lang,
    person,
    hop: { number: 5, of: 12 },
    device: { userCode: 'BDWP-HQPK', secondsLeft: 561.9 },
    clientName: 'botocore-client-hopscope',
    scopes: ['sso:account:access'],
    askedFrom: { address: '127.0.0.1', secondsAgo: 17 },
    action: '/device',
    hidden: { csrf: 'token', user_code: 'BDWP-HQPK' },
    ...changed,
  })

describe.each(languages)('the approval page in %s', (lang) => {
  const { body } = approval(lang)

  test('has nothing wrong with it, with and without a code', () => {
    expect(pageFaults(approval(lang), lang)).toEqual([])
    expect(pageFaults(approval(lang, { device: undefined, askedFrom: undefined }), lang)).toEqual(
      [],
    )
  })

  test('shows the code, who asks, for what, from where, and until when', () => {
    for (const shown of [
      'BDWP-HQPK',
      'botocore-client-hopscope',
      'sso:account:access',
      texts[lang].approve.scopes['sso:account:access'],
      '127.0.0.1',
      texts[lang].approve.endsIn('9:21'),
      texts[lang].approve.warning,
      'Ana Ruiz',
    ])
      expect(body).toContain(shown)
  })

  test('asks for allow or deny by two buttons of one form, which carries the token', () => {
    expect(body).toMatch(
      /<form method="post" action="\/device">[\s\S]*name="csrf" value="token"[\s\S]*name="decision" value="deny"[\s\S]*name="decision" value="allow"[\s\S]*<\/form>/,
    )
  })
})

describe('the approval page', () => {
  test('has neither code nor warning about codes where the client uses none', () => {
    const { body } = approval('en', { device: undefined })
    expect(body).not.toContain('<output')
    expect(body).not.toContain(texts.en.approve.warning)
  })

  test('shows a scope that it does not know by its name, also one that objects inherit', () => {
    const { body } = approval('en', { scopes: ['constructor'] })
    expect(body).toContain('<dd>use the scope <code class="muted">constructor</code></dd>')
  })

  test('never shows a time below zero', () => {
    expect(approval('en', { device: { userCode: 'A', secondsLeft: -5 } }).body).toContain(
      'Ends in 0:00',
    )
  })

  test('keeps the name that a client gave itself as text', () => {
    const page = approval('en', { clientName: '<b onclick="x">"AWS"</b>' })
    expect(page.body).toContain('&lt;b onclick=&quot;x&quot;&gt;')
    expect(pageFaults(page, 'en')).toEqual([])
  })
})

describe.each(languages)('message pages in %s', (lang) => {
  const kinds = Object.keys(texts[lang].messages) as MessageKind[]

  test.each(kinds)('%s has nothing wrong with it', (kind) => {
    const failed = {
      check: 'audience',
      reason: 'the assertion is for another audience',
      expected: 'a',
      found: '<b>',
    }
    expect(pageFaults(messagePage({ lang, kind }), lang)).toEqual([])
    expect(
      pageFaults(messagePage({ lang, kind, person, hop: { number: 4, of: 12 }, failed }), lang),
    ).toEqual([])
  })

  test('name the check that failed, in English as on the wire', () => {
    const failed = {
      check: 'audience',
      reason: 'the assertion is for another audience',
      found: 'urn:other',
    }
    const { body } = messagePage({ lang, kind: 'signInFailed', failed })
    expect(body).toContain('data-refusal="audience"')
    expect(body).toContain('<code lang="en">the assertion is for another audience</code>')
    expect(body).toContain('<code lang="en">urn:other</code>')
    expect(body).not.toContain(texts[lang].failedCheck.expected)
  })

  test.each([
    ['approved', '/start'],
    ['denied', '/start'],
    ['signedOut', '/start'],
    ['unknownCode', '/device'],
    ['signInFailed', '/start'],
  ] as const)('%s leads on to %s', (kind, href) => {
    expect(messagePage({ lang, kind }).body).toContain(`<a class="btn big" href="${href}">`)
  })

  test('are quiet where all is well and loud where not', () => {
    expect(messagePage({ lang, kind: 'approved' }).body).toContain('role="status"')
    expect(messagePage({ lang, kind: 'approved' }).body).not.toContain('role="alert"')
    expect(messagePage({ lang, kind: 'unknownCode' }).body).toContain(
      'role="alert" data-refusal="unknownCode"',
    )
  })
})

describe.each(languages)('the page that asks for a code in %s', (lang) => {
  test('has nothing wrong with it, also when what was typed is no code', () => {
    const wrong = '"><script>alert(1)</script>'
    expect(pageFaults(enterCodePage({ lang, person, hidden: { csrf: 'token' } }), lang)).toEqual([])
    const page = enterCodePage({
      lang,
      person,
      hop: { number: 5, of: 12 },
      wrong,
      hidden: { csrf: 'token' },
    })
    expect(pageFaults(page, lang)).toEqual([])
    expect(page.body).toContain(texts[lang].enterCode.wrong)
    expect(page.body).not.toContain('<script')
  })
})

describe.each(languages)('the portal in %s', (lang) => {
  const portal = (accounts: readonly ShownAccount[]) =>
    startPage({ lang, person, accounts, sessionEnds: '14:30:35 UTC', hidden: { csrf: 'token' } })
  const workloads: ShownAccount = {
    accountId: '222222222222',
    name: 'work <loads>',
    roles: [
      { name: 'Builder', group: 'builders', sessionDuration: 5_400 },
      { name: 'Reader', sessionDuration: 3_600 },
    ],
  }

  test('has nothing wrong with it, with accounts and without', () => {
    expect(pageFaults(portal([workloads]), lang)).toEqual([])
    expect(pageFaults(portal([]), lang)).toEqual([])
    expect(portal([]).body).toContain(texts[lang].start.none)
  })

  test('shows each role with how it was given and how long its sessions last', () => {
    const { start } = texts[lang]
    const { body } = portal([workloads])
    for (const shown of [
      'work &lt;loads&gt;',
      '222222222222',
      start.count(1, 2),
      start.byGroup('builders'),
      start.direct,
      start.lasts('1 h 30 min'),
      start.sessionEnds('14:30:35 UTC'),
    ])
      expect(body).toContain(shown)
  })
})
