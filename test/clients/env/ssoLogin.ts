/** `aws sso login --no-browser`, and a person who opens the address that it prints. */
import { spawn } from 'node:child_process'

export interface LoginEnded {
  readonly code: number | null
  readonly output: string
}

/** PKCE, which newer clients begin with, is not served; they have a flag for the device code. */
export const loginArguments = (version: string): string[] => {
  const [, minor = 0] = version.split('.').map(Number)
  return ['sso', 'login', '--no-browser', ...(minor >= 22 ? ['--use-device-code'] : [])]
}

export async function ssoLogin(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  approve: (url: string) => Promise<void>,
): Promise<LoginEnded> {
  const child = spawn(file, args, { env: { ...env, PYTHONUNBUFFERED: '1' } })
  let output = ''
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const asked = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString()
        const url = /^(http:\S+\?user_code=\S+)$/m.exec(output)?.[1]
        if (url !== undefined && output.includes(`${url}\n`)) resolve(url)
      })
  })
  const url = await Promise.race([asked, ended])
  if (typeof url === 'string') await approve(url)
  return { code: await ended, output }
}
