import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '#sandbox/index.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

const post = async (path: string, body: unknown) => {
  const answer = await fetch(`${sandbox.endpoints['control']}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hopscope-token': sandbox.controlToken },
    body: JSON.stringify(body),
  })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
}

describe('the control API', () => {
  test.each([
    ['/clock', {}, 'body'],
    ['/clock', { advance: 'PT1H', set: '2999-01-01T00:00:00Z' }, 'body'],
    ['/clock', { advance: 3_600 }, 'body/advance'],
    ['/clock', { advance: 'PT1H', by: 'ana' }, 'body'],
    ['/clock', { advance: `PT${'1'.repeat(64)}S` }, 'body/advance'],
    ['/clock', [], 'body'],
    ['/clock', null, 'body'],
    ['/source-ip', { accessKeyId: 'test' }, 'body/sourceIp'],
    ['/source-ip', { accessKeyId: 7, sourceIp: '192.0.2.1' }, 'body/accessKeyId'],
    ['/source-ip', { accessKeyId: 'test', sourceIp: '192.0.2.1', port: 1 }, 'body/port'],
  ])('refuses at %s %j, naming the place', async (path, sent, place) => {
    const { status, body } = await post(path, sent)
    expect(status).toBe(400)
    expect(body.error).toMatch(new RegExp(`^${place}[:/ ]`))
  })

  test('takes what fits', async () => {
    const moved = await post('/clock', { advance: 'PT1H' })
    expect(moved).toMatchObject({ status: 200, body: { offsetSeconds: 3_600 } })
    const told = { accessKeyId: 'test', sourceIp: '192.0.2.1' }
    expect(await post('/source-ip', told)).toEqual({ status: 204, body: undefined })
  })
})
