/** The sandbox, loaded by `start` alone: `--help` must not wait for it. */
import type { StartSandbox } from './parts.ts'

export async function loadSandbox(): Promise<StartSandbox> {
  const { startSandbox } = await import('#sandbox/index.ts')
  return startSandbox
}
