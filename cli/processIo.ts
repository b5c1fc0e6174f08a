/** The world of a real process. */
import { homedir } from 'node:os'
import process from 'node:process'
import { exitCodes } from './exitCodes.ts'
import type { Io, StopSignalName } from './io.ts'

const stopSignals: readonly StopSignalName[] = ['SIGINT', 'SIGTERM']

export function processIo(): Io {
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    pid: process.pid,
    home: homedir(),
    now: () => Date.now(),
    onSignal,
  }
}

function onSignal(listener: (signal: StopSignalName) => void): () => void {
  let asked = false
  const heard = (signal: StopSignalName) => {
    // Who asks twice does not want to wait for a clean end.
    if (asked) process.exit(exitCodes.interrupted)
    asked = true
    listener(signal)
  }
  for (const signal of stopSignals) process.on(signal, heard)
  return () => {
    for (const signal of stopSignals) process.off(signal, heard)
  }
}
