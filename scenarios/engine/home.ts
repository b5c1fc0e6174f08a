/** A folder that stands for a person's home while a scenario runs: SDKs keep sign-ins there, never in the real one. */
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Home {
  /** Puts a sign-in where the AWS CLI puts it: `~/.aws/sso/cache/<sha1 of the start URL>.json`. */
  keepToken(token: SsoToken): Promise<void>
  /** Runs `body` while this folder is `HOME`. */
  within<T>(body: () => Promise<T>): Promise<T>
  remove(): Promise<void>
}

export interface SsoToken {
  readonly startUrl: string
  readonly region: string
  readonly accessToken: string
  /** ISO 8601. */
  readonly expiresAt: string
}

export async function createHome(): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), 'hopscope-home-'))
  return {
    keepToken: async (token) => {
      const cache = join(folder, '.aws', 'sso', 'cache')
      await mkdir(cache, { recursive: true, mode: 0o700 })
      const name = createHash('sha1').update(token.startUrl).digest('hex')
      await writeFile(join(cache, `${name}.json`), JSON.stringify(token), { mode: 0o600 })
    },
    within: async (body) => {
      const before = process.env['HOME']
      process.env['HOME'] = folder
      try {
        return await body()
      } finally {
        if (before === undefined) delete process.env['HOME']
        else process.env['HOME'] = before
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
