/** An administrator of the person's account: one who may change ordinary roles, and who finds out which ones they may not. */
import type { SigningCredentials } from '#kernel/sigv4/signRequest.ts'
import type { Seed } from '#sandbox/seed/seed.ts'
import type { SeedPatch } from '#scenarios/engine/seedPatch.ts'
import { castOf } from '../cast.ts'

/** Of this sandbox alone, as the key `test` is. */
export const administrator: SigningCredentials = {
  accessKeyId: 'attacks-administrator',
  secretAccessKey: 'known-to-whoever-reads-this-and-worthless',
}

export function withAdministrator(seed: Seed): SeedPatch {
  const { accessKeyId, secretAccessKey } = administrator
  const user = {
    name: 'attacks-administrator',
    policies: ['arn:aws:iam::aws:policy/AdministratorAccess'],
    accessKeys: [{ accessKeyId, secretAccessKey }],
  }
  return { user: { accountId: castOf(seed).accountId, user } }
}
