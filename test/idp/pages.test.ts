import { describe, expect, test } from 'vitest'
import { type Language, languages } from '#i18n/language.ts'
import { accountPage } from '#idp/pages/account.ts'
import { codePage } from '#idp/pages/code.ts'
import { loginPage } from '#idp/pages/login.ts'
import { refusalPage, signedOutPage } from '#idp/pages/message.ts'
import { respondPage } from '#idp/pages/respond.ts'
import { texts } from '#idp/pages/texts.ts'
import { pageFaults } from '#test/web/pageFaults.ts'
import type { RenderedPage } from '#web/partyPage.ts'

const hidden = { csrf: 'token', lang: 'en', SAMLRequest: 'PGEvPg==' }
const serviceProvider = 'AWS IAM Identity Center (simulated)'
const triesLeft = 3

const pages: Record<string, (lang: Language) => RenderedPage> = {
  login: (lang) => loginPage({ lang, serviceProvider, hidden }),
  'login after wrong credentials': (lang) =>
    loginPage({
      lang,
      serviceProvider,
      hidden,
      userName: 'ana@example.com',
      alert: { refusal: 'credentials', triesLeft },
    }),
  'login while locked': (lang) =>
    loginPage({ lang, serviceProvider, hidden, alert: { refusal: 'locked', seconds: 30 } }),
  'login after an old form': (lang) =>
    loginPage({ lang, serviceProvider, hidden, alert: { refusal: 'form' } }),
  'login after an old challenge': (lang) =>
    loginPage({ lang, serviceProvider, hidden, alert: { refusal: 'challenge' } }),
  code: (lang) => codePage({ lang, serviceProvider, hidden }),
  'code after a wrong one': (lang) =>
    codePage({ lang, serviceProvider, hidden, alert: { refusal: 'codeWrong', triesLeft } }),
  'code after a late one': (lang) =>
    codePage({ lang, serviceProvider, hidden, alert: { refusal: 'codeStale', triesLeft } }),
  'code after a used one': (lang) =>
    codePage({ lang, serviceProvider, hidden, alert: { refusal: 'codeUsed', triesLeft } }),
  'code while locked': (lang) =>
    codePage({ lang, serviceProvider, hidden, alert: { refusal: 'locked', seconds: 1 } }),
  respond: (lang) =>
    respondPage({
      lang,
      says: 'signedIn',
      serviceProvider,
      acsUrl: 'http://127.0.0.1:4571/acs',
      samlResponse: 'PGEvPg==',
      relayState: 'x',
    }),
  'respond with a status': (lang) =>
    respondPage({
      lang,
      says: 'status',
      serviceProvider,
      acsUrl: 'http://127.0.0.1:4571/acs',
      samlResponse: 'PGEvPg==',
    }),
  account: (lang) =>
    accountPage({
      lang,
      session: { name: 'ana@example.com', endsAt: 0 },
      services: [{ entityId: 'urn:a&b', name: 'A' }],
      hidden,
    }),
  'account of nobody': (lang) => accountPage({ lang, services: [], hidden }),
  'signed out': signedOutPage,
  ...Object.fromEntries(
    (['unknownServiceProvider', 'foreignAcs', 'otherDestination', 'badRequest'] as const).map(
      (reason) => [
        `refusal ${reason}`,
        (lang: Language) => refusalPage(lang, { reason, found: '<b>"&' }),
      ],
    ),
  ),
}

describe.each(languages)('pages in %s', (lang) => {
  test.each(Object.keys(pages))('%s has nothing wrong with it', (name) => {
    expect(pageFaults(pages[name]!(lang), lang)).toEqual([])
  })

  test('say whose page it is, and that it is not AWS', () => {
    const { body } = pages['login']!(lang)
    expect(body).toContain('Almadía')
    expect(body).toContain(texts[lang].say)
    expect(body).toContain('data-p="idp"')
  })

  test('show the tries that are left', () => {
    expect(pages['login after wrong credentials']!(lang).body).toContain(texts[lang].triesLeft(3))
    expect(pages['code after a wrong one']!(lang).body).toContain(texts[lang].triesLeft(3))
  })

  test('put a person where they go on: the name, the password of a known name, the code', () => {
    const focused = (name: string) =>
      / name="(\w+)"[^>]* autofocus/.exec(pages[name]!(lang).body)?.[1]
    expect(focused('login')).toBe('userName')
    expect(focused('login after wrong credentials')).toBe('password')
    expect(focused('code after a wrong one')).toBe('totp')
  })

  test('say which hop they are, and none where they are no part of the flow', () => {
    expect(pages['login']!(lang).body).toContain(texts[lang].hop(3, 12))
    expect(pages['respond']!(lang).body).toContain(texts[lang].hop(4, 12))
    expect(pages['account']!(lang).body).not.toContain(' 12</span>')
  })

  test('tie an error to the field that it is about', () => {
    const { body } = pages['code after a late one']!(lang)
    expect(body).toMatch(/<input[^>]* aria-invalid="true" aria-describedby="totp-error"/)
    expect(body).toContain(`id="totp-error">${texts[lang].alerts.codeStale.field}<`)
  })
})

describe('the page that carries the Response', () => {
  const page = pages['respond']!('en')

  test('may post to the service provider and to nobody else', () => {
    expect(page.headers['content-security-policy']).toContain(
      "form-action 'self' http://127.0.0.1:4571;",
    )
  })

  test('posts itself, and has a button for browsers without scripts', () => {
    expect(page.body).toContain('<script>document.forms[0].submit()</script>')
    expect(page.body).toMatch(
      /<form method="post" action="http:\/\/127\.0\.0\.1:4571\/acs">[\s\S]*<button class="btn primary big">Continue<\/button>/,
    )
  })
})

describe('what a page is given', () => {
  const nasty = `"'><img src=x onerror=alert(1)>&lt;`

  test.each([
    [
      'login',
      loginPage({
        lang: 'en',
        serviceProvider: nasty,
        hidden: { [nasty]: nasty },
        userName: nasty,
      }),
    ],
    ['code', codePage({ lang: 'en', serviceProvider: nasty, hidden: { [nasty]: nasty } })],
    [
      'respond',
      respondPage({
        lang: 'en',
        says: 'signedIn',
        serviceProvider: nasty,
        acsUrl: `http://127.0.0.1/${nasty}`,
        samlResponse: nasty,
        relayState: nasty,
      }),
    ],
    [
      'account',
      accountPage({
        lang: 'en',
        session: { name: nasty, endsAt: 0 },
        services: [{ entityId: nasty, name: nasty }],
        hidden: {},
      }),
    ],
    ['refusal', refusalPage('en', { reason: 'badRequest', found: nasty })],
  ])('stays text: %s', (_name, page) => {
    expect(page.body).not.toContain('<img')
    expect(page.body).toContain('&lt;img')
    expect(pageFaults(page, 'en')).toEqual([])
  })
})
