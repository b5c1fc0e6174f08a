/** Pages of other sites, under our name or their own, get nothing from the control API and change nothing at the parties. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox } from '#sandbox/index.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { rawBytes } from '../kernel/http/rawBytes.ts'
import { rawExchange } from '../kernel/http/rawExchange.ts'

let sandbox: Sandbox
let port: number
beforeAll(async () => {
  sandbox = await startSandbox()
  port = portOf('control')
})
afterAll(() => sandbox.close())

const portOf = (party: string) => Number(new URL(sandbox.endpoints[party]!).port)

/** `PORT` in a text is the control API's. */
const here = (text: string) => text.replaceAll('PORT', String(port))

interface Sent {
  readonly line?: string
  readonly headers?: readonly string[]
}

const bytes = ({ line = 'GET /clock', headers = [] }: Sent) =>
  [
    `${here(line)} HTTP/1.1`,
    ...headers.map(here),
    `x-hopscope-token: ${sandbox.controlToken}`,
    '',
    '',
  ].join('\r\n')

const json = ['Content-Type: application/json', 'Content-Length: 0']

/** Each of them has the token. */
const strangers: [what: string, status: number, sent: Sent][] = [
  ['another name', 403, { headers: ['Host: hopscope.example:PORT'] }],
  ['our address in another name', 403, { headers: ['Host: 127.0.0.1.evil.example:PORT'] }],
  ['our name in another name', 403, { headers: ['Host: localhost.evil.example:PORT'] }],
  ['our name at its end', 403, { headers: ['Host: evil.localhost:PORT'] }],
  ['our name with a dot', 403, { headers: ['Host: localhost.:PORT'] }],
  ['our name in capitals', 403, { headers: ['Host: LOCALHOST:PORT'] }],
  ['another address of loopback', 403, { headers: ['Host: 127.0.0.2:PORT'] }],
  ['the same address in short', 403, { headers: ['Host: 127.1:PORT'] }],
  ['the same address as a number', 403, { headers: ['Host: 2130706433:PORT'] }],
  ['the same address in octal', 403, { headers: ['Host: 0177.0.0.1:PORT'] }],
  ['the address of all', 403, { headers: ['Host: 0.0.0.0:PORT'] }],
  ['loopback of IPv6', 403, { headers: ['Host: [::1]:PORT'] }],
  ['our address within IPv6', 403, { headers: ['Host: [::ffff:127.0.0.1]:PORT'] }],
  ['another port', 403, { headers: ['Host: 127.0.0.1:1'] }],
  ['no port', 403, { headers: ['Host: 127.0.0.1'] }],
  ['an empty port', 403, { headers: ['Host: 127.0.0.1:'] }],
  ['our port with zeros', 403, { headers: ['Host: 127.0.0.1:0PORT'] }],
  ['an empty name', 403, { headers: ['Host: '] }],
  ['a person at our address', 400, { headers: ['Host: a@127.0.0.1:PORT'] }],
  ['two Hosts', 400, { headers: ['Host: 127.0.0.1:PORT', 'Host: evil.example'] }],
  [
    'two Hosts the other way round',
    400,
    { headers: ['Host: evil.example', 'Host: 127.0.0.1:PORT'] },
  ],
  ['a list of Hosts', 400, { headers: ['Host: 127.0.0.1:PORT, evil.example'] }],
  ['no Host', 400, { headers: [] }],
  [
    'another Host in the target',
    400,
    { line: 'GET http://evil.example/clock', headers: ['Host: 127.0.0.1:PORT'] },
  ],
  [
    'our own Host in the target',
    400,
    { line: 'GET http://127.0.0.1:PORT/clock', headers: ['Host: 127.0.0.1:PORT'] },
  ],
  ['a star for a target', 400, { line: 'OPTIONS *', headers: ['Host: 127.0.0.1:PORT'] }],
  [
    'a page of another site',
    403,
    { headers: ['Host: 127.0.0.1:PORT', 'Origin: https://evil.example'] },
  ],
  [
    'a page of another port',
    403,
    { headers: ['Host: 127.0.0.1:PORT', 'Origin: http://127.0.0.1:1'] },
  ],
  [
    'a page of this machine by its other name',
    403,
    { headers: ['Host: 127.0.0.1:PORT', 'Origin: http://localhost:PORT'] },
  ],
  ['a page over TLS', 403, { headers: ['Host: 127.0.0.1:PORT', 'Origin: https://127.0.0.1:PORT'] }],
  ['a page without origin', 403, { headers: ['Host: 127.0.0.1:PORT', 'Origin: null'] }],
  ['an empty origin', 403, { headers: ['Host: 127.0.0.1:PORT', 'Origin: '] }],
  [
    'two origins',
    403,
    {
      headers: [
        'Host: 127.0.0.1:PORT',
        'Origin: http://127.0.0.1:PORT',
        'Origin: https://evil.example',
      ],
    },
  ],
  [
    'a rebound page',
    403,
    { headers: ['Host: evil.example:PORT', 'Origin: http://evil.example:PORT'] },
  ],
  [
    'what a page of another site loads',
    403,
    { headers: ['Host: 127.0.0.1:PORT', 'Sec-Fetch-Site: cross-site'] },
  ],
  [
    'what a page of another port loads',
    403,
    { headers: ['Host: 127.0.0.1:PORT', 'Sec-Fetch-Site: same-site'] },
  ],
  [
    'an event stream of another site',
    403,
    { line: 'GET /runs/live/events', headers: ['Host: evil.example:PORT'] },
  ],
  [
    'an event stream for a page of another site',
    403,
    {
      line: 'GET /runs/live/events',
      headers: ['Host: 127.0.0.1:PORT', 'Origin: https://evil.example'],
    },
  ],
  [
    'a question whether it may',
    403,
    {
      line: 'OPTIONS /reset',
      headers: [
        'Host: 127.0.0.1:PORT',
        'Origin: https://evil.example',
        'Access-Control-Request-Method: POST',
        'Access-Control-Request-Private-Network: true',
      ],
    },
  ],
  [
    'a reset of another site',
    403,
    { line: 'POST /reset', headers: [...json, 'Host: evil.example:PORT'] },
  ],
  ['a question for its health', 403, { line: 'GET /health', headers: ['Host: evil.example:PORT'] }],
]

describe('the control API', () => {
  test.each(strangers)('hears nothing from %s', async (_, status, sent) => {
    await sandbox.clock.advance('PT1H')
    const before = sandbox.clock.offset()
    const { statuses, text } = await rawBytes(port, bytes(sent))
    expect(statuses).toEqual([status])
    expect(text).not.toMatch(/access-control-/i)
    expect(text).not.toContain('offsetSeconds')
    expect(sandbox.clock.offset()).toBe(before)
  })

  test.each([
    ['a program', ['Host: 127.0.0.1:PORT']],
    ['a program that says localhost', ['Host: localhost:PORT']],
    [
      'its own page',
      ['Host: 127.0.0.1:PORT', 'Origin: http://127.0.0.1:PORT', 'Sec-Fetch-Site: same-origin'],
    ],
    ['a person who typed the address', ['Host: localhost:PORT', 'Sec-Fetch-Site: none']],
  ])('hears %s', async (_, headers) => {
    const answer = await rawExchange(port, bytes({ headers }))
    expect(answer.status).toBe(200)
    expect(answer.head).not.toMatch(/access-control-/i)
  })

  test.each([
    ['no type', []],
    ['a text', ['Content-Type: text/plain']],
    ['a form', ['Content-Type: application/x-www-form-urlencoded']],
    ['a form of files', ['Content-Type: multipart/form-data; boundary=x']],
    ['JSON by the end of its name', ['Content-Type: text/plain+json']],
    ['two types', ['Content-Type: text/plain', 'Content-Type: application/json']],
  ])('takes no body of %s', async (_, type) => {
    const body = '{"advance":"PT1H"}'
    const lines = ['Host: 127.0.0.1:PORT', `Content-Length: ${body.length}`, ...type]
    const before = sandbox.clock.offset()
    const answer = await rawExchange(port, bytes({ line: 'POST /clock', headers: lines }) + body)
    expect(answer.status).toBe(415)
    expect(sandbox.clock.offset()).toBe(before)
  })
})

describe.each([
  ['idp', ['/login', '/account', '/saml/sso', '/nothing-here']],
  ['identity-center', ['/device', '/start', '/nothing-here']],
] as const)('pages of %s', (party, paths) => {
  test.each(paths)('%s is in no frame of others and opens to no site', async (path) => {
    const lines = [
      `GET ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${portOf(party)}`,
      'Origin: https://evil.example',
    ]
    const { head } = await rawExchange(portOf(party), [...lines, '', ''].join('\r\n'))
    expect(head).not.toMatch(/^access-control-/im)
    if (!/^content-type: text\/html/im.test(head)) return
    expect(head).toMatch(/^x-frame-options: DENY/im)
    expect(head).toMatch(/^content-security-policy: .*frame-ancestors 'none'/im)
  })
})
