/** What `start` tells a person: the addresses, how to point a client at them, where to sign in. */
import { text } from '#i18n/text.ts'
import type { AccessKey } from '#sandbox/sandbox.ts'
import type { SeedPerson } from '#sandbox/seed/seed.ts'
import type { Look } from './look.ts'
import { wrap } from './wrap.ts'

export interface Started {
  readonly endpoints: Readonly<Record<string, string>>
  readonly admin: AccessKey | null
  /** The first of the workforce. */
  readonly person: SeedPerson | undefined
  /** The secrets of the default seed are public; those of the user's own are not printed. */
  readonly seedIsOurs: boolean
}

export function renderStarted(started: Started, look: Look): string[] {
  const { texts, paint } = look
  return [
    paint('bold', texts.cli.start.title),
    '',
    ...addresses(started, look),
    ...client(started, look),
    ...signIn(started, look),
    ...differences(look),
    paint('dim', texts.cli.start.stop),
  ]
}

const nameWidth = 17
const urlWidth = 24

function addresses({ endpoints }: Started, { texts, paint, width }: Look): string[] {
  const { start } = texts.cli
  const lines = Object.entries(start.endpointNotes).flatMap(([name, note]) => {
    const url = endpoints[name]
    if (url === undefined) return []
    const first = `  ${name.padEnd(nameWidth)}${url.padEnd(urlWidth)}`
    return wrap(note, width, first, ' '.repeat(first.length))
  })
  return [paint('bold', start.endpoints), ...lines, '']
}

function client({ endpoints, admin, seedIsOurs }: Started, { texts, paint }: Look): string[] {
  const { start } = texts.cli
  const exports = [
    `export AWS_ENDPOINT_URL=${endpoints['gateway']}`,
    // Version 1 of the AWS CLI and boto3 read the second, the others the first.
    'export AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1',
  ]
  if (admin) {
    const secret = seedIsOurs ? admin.secretAccessKey : start.secretOfSeed
    exports.push(`export AWS_ACCESS_KEY_ID=${admin.accessKeyId} AWS_SECRET_ACCESS_KEY=${secret}`)
  }
  const lines = [...exports, 'aws s3 mb s3://my-first-bucket']
  return [paint('bold', start.pointClient), ...lines.map((line) => `  ${line}`), '']
}

/** What nobody would guess of an AWS on this machine; where a request meets one of them, its recording says so. */
function differences({ texts, paint, symbols, width }: Look): string[] {
  const { start } = texts.cli
  const lines = Object.values(start.differences).flatMap((sentence) =>
    wrap(sentence, width, `  ${symbols.differs} `, '    '),
  )
  return [paint('bold', start.notAsInAws), ...lines, '']
}

function signIn({ endpoints, person, seedIsOurs }: Started, { texts, paint }: Look): string[] {
  if (!person) return []
  const { start } = texts.cli
  const { userName: user, password } = person
  const who = seedIsOurs
    ? text(start.signInAs, { user, password })
    : text(start.signInAsOfSeed, { user })
  return [
    paint('bold', start.signIn),
    `  ${text(start.startUrl, { url: `${endpoints['identity-center']}/start` })}`,
    `  ${who}`,
    `  ${text(start.signInCli, { command: 'eval "$(npx hopscope env)"; aws sso login' })}`,
    '',
  ]
}
