/** SIGINT and SIGTERM as a promise and an AbortSignal. */
import type { Io } from './io.ts'

export interface StopSignal {
  /** Resolves at the first signal. */
  readonly requested: Promise<void>
  readonly signal: AbortSignal
  /** From now on signals end the process as they do by default. */
  release(): void
}

export function stopSignal(io: Pick<Io, 'onSignal'>): StopSignal {
  const controller = new AbortController()
  const release = io.onSignal(() => controller.abort())
  const requested = new Promise<void>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve(), { once: true })
  })
  return { requested, signal: controller.signal, release }
}
