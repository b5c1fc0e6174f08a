/** The running sandbox that a command means: by port, by control URL, else the newest. */
import { text } from '#i18n/text.ts'
import { EnvironmentError } from '../environmentError.ts'
import type { Context } from '../program.ts'
import type { Instance } from './instance.ts'
import { liveInstances } from './liveInstances.ts'
import { stateFolder } from './stateFolder.ts'

export interface InstanceChoice {
  readonly port?: number | undefined
  readonly control?: string | undefined
}

export function chooseInstance(choice: InstanceChoice, { io, texts }: Context): Instance {
  const { noSandbox, otherSandboxes } = texts.cli.environment
  const live = liveInstances(stateFolder(io))
  const chosen = live.find((instance) => isMeant(instance, choice))
  if (chosen) return chosen
  if (live.length === 0) throw new EnvironmentError(noSandbox)
  const where = choice.control ?? `--port ${choice.port}`
  const known = live.map(({ port, control }) => `--port ${port} (${control})`).join(', ')
  throw new EnvironmentError(text(otherSandboxes, { where, known }))
}

function isMeant(instance: Instance, { port, control }: InstanceChoice): boolean {
  if (port !== undefined && instance.port !== port) return false
  return control === undefined || originOf(instance.control) === originOf(control)
}

const originOf = (url: string) => (URL.canParse(url) ? new URL(url).origin : url)
