/** A world for the command in tests: captured streams, an environment, signals on demand. */
import type { Io, StopSignalName } from '#cli/io.ts'
import type { Parts } from '#cli/parts.ts'
import { runCli } from '#cli/runCli.ts'

export interface WorldOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly terminal?: boolean
  readonly columns?: number
  readonly parts?: Partial<Parts>
  readonly pid?: number
}

export interface World {
  readonly io: Io
  stdout(): string
  stderr(): string
  signal(name: StopSignalName): void
  /** Resolves when the command listens to signals. */
  listening(): Promise<void>
  /** Resolves when `stdout` or `stderr` holds `needle`. */
  printed(needle: string): Promise<void>
  run(...argv: string[]): Promise<number>
}

export function world({
  env = {},
  terminal = false,
  columns,
  parts = {},
  pid = 4242,
}: WorldOptions = {}): World {
  const written = { stdout: '', stderr: '' }
  const waiting = new Set<() => void>()
  const listeners = new Set<(signal: StopSignalName) => void>()
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!holds()) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })
  const stream = (name: 'stdout' | 'stderr') => ({
    isTTY: terminal,
    columns,
    write(text: string) {
      written[name] += text
      for (const look of waiting) look()
    },
  })
  const io: Io = {
    stdin: { isTTY: terminal },
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    env: { LANG: 'en_US.UTF-8', ...env },
    pid,
    home: '/nonexistent',
    now: () => Date.UTC(2026, 10, 24, 13, 3, 24),
    onSignal(listener) {
      listeners.add(listener)
      for (const look of waiting) look()
      return () => listeners.delete(listener)
    },
  }
  return {
    io,
    stdout: () => written.stdout,
    stderr: () => written.stderr,
    signal: (name) => {
      for (const listener of listeners) listener(name)
    },
    listening: () => until(() => listeners.size > 0),
    printed: (needle) => until(() => (written.stdout + written.stderr).includes(needle)),
    run: (...argv) => runCli(argv, io, { ...noParts, ...parts }),
  }
}

/** A command that loads what it must not load fails. */
const noParts: Parts = {
  startSandbox: () => Promise.reject(new Error('this command starts no sandbox')),
  scenarios: () => Promise.reject(new Error('this command runs no scenario')),
}
