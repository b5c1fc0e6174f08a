/** The same requests to two sandboxes: where their answers differ, but for what is different in any two answers. */
import { type SigningCredentials, signRequest } from '#kernel/sigv4/signRequest.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { rawExchange } from '../kernel/http/rawExchange.ts'

interface Asked {
  readonly service: 'sts' | 'iam' | 's3'
  readonly method?: string
  readonly path?: string
  readonly body?: string
  readonly credentials?: SigningCredentials | 'none'
  readonly headers?: Readonly<Record<string, string>>
}

const admin = { accessKeyId: 'test', secretAccessKey: 'test' }

const form = (text: string, version: string): Pick<Asked, 'method' | 'body' | 'headers'> => ({
  method: 'POST',
  body: `${text}&Version=${version}`,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
})

const sts = (text: string): Asked => ({ service: 'sts', ...form(text, '2011-06-15') })
const iam = (text: string): Asked => ({ service: 'iam', ...form(text, '2010-05-08') })
const s3 = (method: string, path: string, more: Partial<Asked> = {}): Asked => ({
  service: 's3',
  method,
  path,
  ...more,
})

const reserved = 'arn:aws:iam::222222222222:role/AWSReservedSSO_X'
const provider = 'arn:aws:iam::222222222222:saml-provider/X'

const requests: readonly Asked[] = [
  sts('Action=GetCallerIdentity'),
  { ...sts('Action=GetCallerIdentity'), credentials: { ...admin, secretAccessKey: 'wrong' } },
  {
    ...sts('Action=GetCallerIdentity'),
    credentials: { accessKeyId: 'AKIA', secretAccessKey: 'x' },
  },
  { ...sts('Action=GetCallerIdentity'), credentials: { ...admin, sessionToken: 'token' } },
  sts('Action=AssumeRole&RoleArn=arn:aws:iam::000000000000:role/none&RoleSessionName=x'),
  sts('Action=AssumeRole&RoleArn=x&RoleSessionName=y:z'),
  sts('Action=GetSessionToken'),
  sts('Action=Nothing'),
  {
    ...sts(
      `Action=AssumeRoleWithSAML&RoleArn=${reserved}&PrincipalArn=${provider}&SAMLAssertion=abcd`,
    ),
    credentials: 'none',
  },
  iam('Action=GetUser'),
  iam('Action=ListRoles'),
  iam('Action=GetRole&RoleName=none'),
  iam('Action=CreateUser&UserName=twin'),
  iam('Action=CreateUser&UserName=twin'),
  iam('Action=ListDelegationRequests'),
  s3('PUT', '/twin-bucket'),
  s3('PUT', '/twin-bucket/key', { body: 'hello' }),
  s3('GET', '/twin-bucket/key'),
  s3('HEAD', '/twin-bucket/key'),
  s3('GET', '/twin-bucket/none'),
  s3('GET', '/twin-bucket?list-type=2'),
  s3('GET', '/twin-bucket/key', { credentials: 'none' }),
  s3('DELETE', '/twin-bucket'),
  s3('GET', '/'),
  s3('PUT', '/Not_A_Bucket'),
]

export async function sameAnswers(one: Sandbox, other: Sandbox): Promise<string[]> {
  const answers = await answersOf(other)
  return (await answersOf(one))
    .map((answer, i) => (answer === answers[i] ? undefined : `${answer}\n---\n${answers[i]}`))
    .filter((difference) => difference !== undefined)
}

/** One after the other, each with what was asked. */
export async function answersOf(sandbox: Sandbox): Promise<string[]> {
  const answers: string[] = []
  for (const asked of requests)
    answers.push(`${JSON.stringify(asked)}\n${await answerOf(sandbox, asked)}`)
  return answers
}

async function answerOf(sandbox: Sandbox, asked: Asked): Promise<string> {
  const port = Number(new URL(sandbox.endpoint).port)
  const bytes = bytesOf(asked, port)
  const { head, body } = await rawExchange(
    port,
    bytes,
    asked.method === 'HEAD' ? 'head' : undefined,
  )
  return normalised(`${head}\n\n${body}`.replaceAll(String(port), 'PORT'))
}

function bytesOf(
  { service, method = 'GET', path = '/', body = '', credentials = admin, headers = {} }: Asked,
  port: number,
): string {
  const [plain = '/', query = ''] = path.split('?')
  const sent = { host: `127.0.0.1:${port}`, 'content-length': String(body.length), ...headers }
  const signed =
    credentials === 'none'
      ? sent
      : signRequest({
          method,
          path: plain,
          query,
          headers: sent,
          body: Buffer.from(body),
          credentials,
          scope: { region: 'us-east-1', service },
          now: Date.now(),
          style: service === 's3' ? 's3' : 'standard',
        })
  const lines = Object.entries(signed).map(([name, value]) => `${name}: ${value}`)
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`
}

/** Instants and what follows from them. */
export const withoutTime = (text: string): string =>
  text
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, 'INSTANT')
    .replaceAll(/\d{8}T\d{6}Z/g, 'AMZDATE')
    .replaceAll(/\b20\d{6}\b/g, 'DAY')
    .replaceAll(/\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT/g, 'DATE')
    .replaceAll(/[0-9a-f]{64}/g, 'HASH')
    .replaceAll(/(?:[0-9a-f]{2} )+[0-9a-f]{2}/g, 'BYTES')

/** Ids too. */
const normalised = (text: string): string =>
  withoutTime(text)
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'UUID')
    .replaceAll(/\b(AROA|AIDA)[A-Z0-9]{17}/g, '$1…')
    .replaceAll(/(x-amz-request-id: |<RequestId>)[0-9A-Z]{16}/g, '$1ID')
    .replaceAll(/(x-amz-id-2: |<HostId>)[\w+/=]+/g, '$1ID')
    .replaceAll(/^(content-length|connection|keep-alive): .*$/gim, '$1')
