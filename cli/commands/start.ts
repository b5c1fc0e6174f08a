/** `start`: a sandbox that stays up until SIGINT or SIGTERM. */
import { text } from '#i18n/text.ts'
import { PortBusyError } from '#sandbox/portBusyError.ts'
import type { Sandbox, SandboxOptions } from '#sandbox/sandbox.ts'
import { defaultSeed } from '#sandbox/seed/defaultSeed.ts'
import type { Seed } from '#sandbox/seed/seed.ts'
import { endsWithin, stopLimit } from '../endsWithin.ts'
import { EnvironmentError } from '../environmentError.ts'
import { type ExitCode, exitCodes } from '../exitCodes.ts'
import { liveInstances } from '../instances/liveInstances.ts'
import { stateFolder } from '../instances/stateFolder.ts'
import { writeInstance } from '../instances/writeInstance.ts'
import { isLoopback } from '../options/isLoopback.ts'
import type { StartOptions } from '../options/startOptions.ts'
import { print, warn } from '../print.ts'
import type { Context } from '../program.ts'
import { readyLine } from '../readyLine.ts'
import { lookOf } from '../render/look.ts'
import { renderStarted } from '../render/started.ts'
import { stopSignal } from '../stopSignal.ts'
import { warnOfForeignKeys } from '../warnOfForeignKeys.ts'

export async function start(options: StartOptions, context: Context): Promise<ExitCode> {
  const { io, parts, texts } = context
  const seed = await seedFrom(options.seed)
  if (!isLoopback(options.host))
    warn(io.stderr, text(texts.cli.start.beyondLoopback, { host: options.host }), texts)
  const stop = stopSignal(io)
  try {
    const startSandbox = await parts.startSandbox()
    const starting = startSandbox(sandboxOptions(options, seed))
    // Nothing comes where the signal was first.
    const sandbox = await Promise.race([starting, stop.requested])
    if (sandbox) await keepUp(sandbox, stop.requested, { options, seed, context })
    await close(starting, context)
    return exitCodes.ok
  } catch (error) {
    throw withOwner(error, context)
  } finally {
    stop.release()
  }
}

/** What reads and checks seeds is loaded where there is one to read. */
async function seedFrom(file: string | undefined): Promise<Seed | undefined> {
  if (file === undefined) return undefined
  const { readSeed } = await import('#sandbox/seed/readSeed.ts')
  return readSeed(file)
}

function sandboxOptions(options: StartOptions, seed: Seed | undefined): SandboxOptions {
  const { port, host, hops, processes, record, journal } = options
  return { seed, port, host, hops, processes, record, journal }
}

interface Announced {
  readonly options: StartOptions
  readonly seed: Seed | undefined
  readonly context: Context
}

async function keepUp(sandbox: Sandbox, stopped: Promise<void>, told: Announced): Promise<void> {
  const { io, texts } = told.context
  warnOfForeignKeys(sandbox, io, texts)
  const takeBack = registerInstance(sandbox, told.context)
  announce(sandbox, told)
  await stopped
  takeBack()
}

/** Other commands find the sandbox by this file; without it the sandbox works all the same. */
function registerInstance(sandbox: Sandbox, { io, texts }: Context): () => void {
  const { endpoints, controlToken } = sandbox
  const folder = stateFolder(io)
  try {
    return writeInstance(folder, {
      pid: io.pid,
      port: portOf(sandbox.endpoint) ?? 0,
      control: endpoints['control'] ?? '',
      controlToken,
      endpoints: { ...endpoints },
    })
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    warn(io.stderr, text(texts.cli.start.noInstanceFile, { folder, reason }), texts)
    return () => {}
  }
}

function announce(sandbox: Sandbox, { options, seed, context }: Announced): void {
  const { io, texts } = context
  if (options.json) print(io.stdout, [readyLine(sandbox, io.pid)])
  if (options.json || options.quiet) return
  const look = lookOf(io.stdout, io.env, texts)
  const { endpoints, admin } = sandbox
  const [person] = (seed ?? defaultSeed()).workforce?.users ?? []
  print(
    io.stdout,
    renderStarted({ endpoints, admin, person, seedIsOurs: seed === undefined }, look),
  )
}

async function close(starting: Promise<Sandbox>, { io, texts }: Context): Promise<void> {
  const closing = starting.then((sandbox) => sandbox.close())
  const ended = await endsWithin(stopLimit, closing)
  if (!ended) warn(io.stderr, texts.cli.start.slowStop, texts)
}

/** A busy port is named with the sandbox that holds it, where it is one of ours. */
function withOwner(error: unknown, { io, texts }: Context): unknown {
  if (!(error instanceof PortBusyError)) return error
  const { port } = error
  const owner = liveInstances(stateFolder(io)).find(({ endpoints }) =>
    Object.values(endpoints).some((url) => portOf(url) === port),
  )
  if (!owner) return error
  return new EnvironmentError(text(texts.cli.environment.portBusyByUs, { port, pid: owner.pid }))
}

const portOf = (url: string) => (URL.canParse(url) ? Number(new URL(url).port) : undefined)
