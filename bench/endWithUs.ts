/** No process that is started here outlives the benchmark, however that ends. */
import type { ChildProcess } from 'node:child_process'

const running = new Set<ChildProcess>()

export function endWithUs(child: ChildProcess): void {
  running.add(child)
  child.once('exit', () => running.delete(child))
}

/** Ctrl-C, or whoever else ends us. */
export function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      for (const child of running) child.kill('SIGKILL')
      process.exit(signal === 'SIGINT' ? 130 : 143)
    })
}
