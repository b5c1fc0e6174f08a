/** What the running sandbox says that clients are set up with: GET /profiles of its control API. */
import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { text } from '#i18n/text.ts'
import type { ClientProfiles } from '#sandbox/clientProfiles.ts'
import { EnvironmentError } from '../environmentError.ts'
import { askControl } from '../instances/askControl.ts'
import type { Instance } from '../instances/instance.ts'
import type { Texts } from '../texts.ts'

const Role = Type.Object({
  accountId: Type.String(),
  accountName: Type.String(),
  permissionSet: Type.String(),
  users: Type.Array(Type.String()),
})

const Answer = Type.Object({
  endpoint: Type.String(),
  apis: Type.Array(
    Type.Object({ name: Type.String(), version: Type.String(), endpoint: Type.String() }),
  ),
  directory: Type.Optional(
    Type.Object({
      startUrl: Type.String(),
      region: Type.String(),
      users: Type.Array(Type.String()),
      roles: Type.Array(Role),
    }),
  ),
  admin: Type.Union([
    Type.Null(),
    Type.Object({
      accountId: Type.String(),
      accessKeyId: Type.String(),
      secretAccessKey: Type.String(),
    }),
  ]),
})

export async function askProfiles(instance: Instance, texts: Texts): Promise<ClientProfiles> {
  const answer = await askControl(instance, '/profiles', texts)
  if (Value.Check(Answer, answer)) return answer as ClientProfiles
  const { pid, control } = instance
  throw new EnvironmentError(text(texts.cli.environment.wrongAnswer, { pid, control, status: 200 }))
}
