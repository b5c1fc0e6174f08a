/** What `env` tells a person, beside the lines that the shell reads: who they are now, and what changed. */
import { text } from '#i18n/text.ts'
import type { ClientProfiles } from '#sandbox/clientProfiles.ts'
import { isRoleProfile } from '../env/profile.ts'
import type { Told } from './environmentJson.ts'
import type { Look } from './look.ts'
import { wrap } from './wrap.ts'

export interface ToldToPeople extends Told {
  readonly sandbox: ClientProfiles
  /** Whether a shell reads the lines; on a terminal a person does, and nothing has changed yet. */
  readonly isEvaluated: boolean
}

export function renderEnvironment(told: ToldToPeople, look: Look): string[] {
  const { home, profile, profiles, sandbox, isEvaluated } = told
  const { texts, paint, width } = look
  const { env } = texts.cli
  const others = profiles.filter((other) => other !== profile).map(({ name }) => name)
  const rows: (readonly [name: string, said: string])[] = [
    [env.profile, profile.name],
    ...(others.length > 0 ? [[env.others, others.join(', ')] as const] : []),
    ...(isRoleProfile(profile) ? [[env.signIn, env.signInHow] as const] : []),
    [env.homeIs, text(env.homeNote, { home })],
  ]
  const nameWidth = Math.max(...rows.map(([name]) => name.length))
  const title = text(env.title, { endpoint: sandbox.endpoint })
  return [
    ...wrap(title, width).map((line) => paint('bold', line)),
    ...rows.flatMap(([name, said]) =>
      wrap(said, width, `  ${name.padEnd(nameWidth)}  `, ' '.repeat(nameWidth + 4)),
    ),
    ...wrap(isEvaluated ? env.oneCommand : env.notYetRead, width),
  ]
}
