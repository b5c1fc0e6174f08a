/** What stopped the command, as lines for people and an exit code for scripts. */
import { text } from '#i18n/text.ts'
import { PortBusyError } from '#sandbox/portBusyError.ts'
import { SeedError } from '#sandbox/seed/seedError.ts'
import { seedProblemText } from '#sandbox/seed/seedProblem.ts'
import { AttackDoesNotFit } from '#scenarios/engine/attackDoesNotFit.ts'
import { EnvironmentError } from './environmentError.ts'
import { type ExitCode, exitCodes } from './exitCodes.ts'
import type { Texts } from './texts.ts'
import { UsageError } from './usageError.ts'

export interface Failure {
  readonly code: ExitCode
  readonly lines: readonly string[]
}

export function failure(error: unknown, texts: Texts): Failure {
  if (error instanceof UsageError) return { code: exitCodes.usage, lines: [own(error.message)] }
  if (error instanceof SeedError) return { code: exitCodes.usage, lines: seedLines(error, texts) }
  if (error instanceof AttackDoesNotFit)
    return { code: exitCodes.usage, lines: [own(doesNotFit(error, texts))] }
  const sentence = error instanceof EnvironmentError ? error.message : environment(error, texts)
  if (sentence !== undefined) return { code: exitCodes.environment, lines: [own(sentence)] }
  return { code: exitCodes.checkFailed, lines: defect(error, texts) }
}

const doesNotFit = ({ attack, reason }: AttackDoesNotFit, { cli, attacks }: Texts): string =>
  text(cli.usage.attackDoesNotFit, { name: attack, reason: attacks.doesNotFit[reason] })

const own = (sentence: string) => `hopscope: ${sentence}`

/** Enough to mend a file in a few rounds without scrolling. */
const mostProblems = 20

function seedLines(error: SeedError, { language, seed }: Texts): string[] {
  const shown = error.problems.slice(0, mostProblems)
  const hidden = error.problems.length - shown.length
  return [
    own(text(seed.heading, { file: error.file ?? '' })),
    ...shown.map((problem) => `  ${seedProblemText(problem, language)}`),
    ...(hidden > 0 ? [`  ${text(seed.more, { count: hidden })}`] : []),
  ]
}

function environment(error: unknown, texts: Texts): string | undefined {
  if (error instanceof PortBusyError) return portBusy(error.port, texts)
  if (!(error instanceof Error) || !('code' in error)) return undefined
  const { port, address, hostname } = error as Error & Record<string, unknown>
  if (error.code === 'EADDRINUSE') return portBusy(Number(port), texts)
  if (!elsewhere.has(String(error.code))) return undefined
  return text(texts.cli.environment.hostElsewhere, { host: String(address ?? hostname ?? '') })
}

/** What listening on somebody else's address, or on a name that is none, ends with. */
const elsewhere = new Set(['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'])

/** Ports below this are the system's on most machines. */
const firstFreePort = 1_024

function portBusy(port: number, { cli }: Texts): string {
  const { portBusy, portReserved } = cli.environment
  return text(port < firstFreePort ? portReserved : portBusy, { port })
}

function defect(error: unknown, { cli }: Texts): string[] {
  if (!(error instanceof Error)) return [own(text(cli.failure, { reason: String(error) }))]
  const frames = (error.stack ?? '').split('\n').slice(1)
  return [own(text(cli.failure, { reason: error.message })), ...frames]
}
