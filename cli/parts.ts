/** The heavy halves of the command, loaded when a command needs them. */
import type { Sandbox, SandboxOptions } from '#sandbox/sandbox.ts'
import type { Scenario } from '#scenarios/engine/scenario.ts'

export type StartSandbox = (options: SandboxOptions) => Promise<Sandbox>

export interface Parts {
  startSandbox(): Promise<StartSandbox>
  scenarios(): Promise<readonly Scenario[]>
}
