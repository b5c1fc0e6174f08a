/**
 * The library: `startSandbox()` gives a program its own AWS in memory, on free loopback ports.
 *
 * @example
 * const sandbox = await startSandbox()
 * process.env.AWS_ENDPOINT_URL = sandbox.endpoint
 * // … run what talks to AWS; then
 * await sandbox.close()
 */
import type { Sandbox, SandboxOptions } from './sandbox.ts'

export type { AccessKey, Sandbox, SandboxOptions } from './sandbox.ts'
export type { Seed } from './seed/seed.ts'

/**
 * Starts the services, wires them and seeds them. Resolves when all answer.
 * @throws {SeedError} where the seed is wrong, naming the field.
 * @throws {PortBusyError} where a port is taken.
 * @throws {TypeError} for `processes` with `hops: 'local'`.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  if (options.processes) {
    if (options.hops === 'local') throw new TypeError(localProcesses)
    const { startProcesses } = await import('./processes/startProcesses.ts')
    return startProcesses(options)
  }
  const { startInOneProcess } = await import('./startInOneProcess.ts')
  return startInOneProcess(options)
}

const localProcesses =
  "processes cannot ask each other by function calls: leave out `hops`, or say hops: 'http'"
