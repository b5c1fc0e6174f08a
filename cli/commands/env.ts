/** `env`: AWS's own files for the running sandbox, in a home folder of their own, and what a shell must export. */
import { resolve } from 'node:path'
import { text } from '#i18n/text.ts'
import { askProfiles } from '../env/askProfiles.ts'
import { type AwsFile, awsFiles } from '../env/awsFiles.ts'
import { chooseProfile } from '../env/chooseProfile.ts'
import { environmentOf } from '../env/environmentOf.ts'
import { ForeignFolder } from '../env/foreignFolder.ts'
import { homeFolder } from '../env/homeFolder.ts'
import { profilesOf } from '../env/profilesOf.ts'
import { shellLines } from '../env/shellLines.ts'
import { writeAwsFiles } from '../env/writeAwsFiles.ts'
import { EnvironmentError } from '../environmentError.ts'
import { type ExitCode, exitCodes } from '../exitCodes.ts'
import { chooseInstance } from '../instances/chooseInstance.ts'
import { stateFolder } from '../instances/stateFolder.ts'
import type { EnvOptions } from '../options/envOptions.ts'
import { print } from '../print.ts'
import type { Context } from '../program.ts'
import { environmentJson } from '../render/environmentJson.ts'
import { lookOf } from '../render/look.ts'
import { renderEnvironment } from '../render/renderEnvironment.ts'
import { UsageError } from '../usageError.ts'

export async function env(options: EnvOptions, context: Context): Promise<ExitCode> {
  const { io, texts } = context
  const instance = chooseInstance(options, context)
  const sandbox = await askProfiles(instance, texts)
  const profiles = profilesOf(sandbox, options.user, texts)
  const profile = chooseProfile(profiles, options, texts)
  const state = resolve(stateFolder(io))
  const home = options.home ?? homeFolder(state, instance.port, options.user)
  write(home, awsFiles(profiles, sandbox), context)
  const environment = environmentOf({ home, state, profile, sandbox, env: io.env })
  const told = { home, profile, profiles, sandbox, environment }
  if (options.json) {
    print(io.stdout, [environmentJson(told)])
    return exitCodes.ok
  }
  print(io.stdout, shellLines(environment))
  const isEvaluated = io.stdout.isTTY !== true
  print(io.stderr, renderEnvironment({ ...told, isEvaluated }, lookOf(io.stderr, io.env, texts)))
  return exitCodes.ok
}

function write(home: string, files: readonly AwsFile[], { texts: { cli } }: Context): void {
  try {
    writeAwsFiles(home, files)
  } catch (error) {
    if (error instanceof ForeignFolder)
      throw new UsageError(text(cli.usage.foreignHome, { path: error.path }))
    const reason = (error as NodeJS.ErrnoException).code
    if (reason === undefined) throw error
    throw new EnvironmentError(text(cli.environment.cannotWrite, { file: home, reason }))
  }
}
