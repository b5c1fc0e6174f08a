/** The launcher's end of one service's process: asks, answers, and the end of it. */
import { type ChildProcess, fork } from 'node:child_process'
import type { RecordedEvent } from '#kernel/trace/recording.ts'
import { PortBusyError } from '../portBusyError.ts'
import type { FromService, RequestName, Requests } from './messages.ts'
import { serviceProcessFile } from './serviceProcessFile.ts'

export interface ServiceChild {
  readonly name: string
  readonly pid: number | undefined
  isAlive(): boolean
  ask<N extends RequestName>(name: N, ask: Requests[N]['ask']): Promise<Requests[N]['answer']>
  /** At once, as in an outage. */
  kill(): Promise<void>
  /** Asks it to end; kills it where it does not. */
  close(): Promise<void>
}

/** Real time that a process gets to end by itself. */
const graceMs = 1_000

export function startServiceChild(
  name: string,
  onEvent: (event: RecordedEvent) => void,
): ServiceChild {
  const child = fork(serviceProcessFile(), [], {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // A debugger's port, or the flags of a test runner, are the launcher's alone.
    execArgv: [],
  })
  const waiting = new Map<number, (message: FromService | Error) => void>()
  let asked = 0
  child.on('message', (message: FromService) => {
    if ('event' in message) return onEvent(message.event)
    waiting.get(message.id)?.(message)
    waiting.delete(message.id)
  })
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    // It could not be started, or not be told something; without a listener the launcher would die of it.
    child.on('error', () => child.pid === undefined && resolve())
  })
  void gone.then(() => {
    for (const settle of waiting.values()) settle(new Error(`the process of ${name} has ended`))
    waiting.clear()
  })
  const ask: ServiceChild['ask'] = (request, content) =>
    new Promise((resolve, reject) => {
      const id = ++asked
      if (!child.connected) return reject(new Error(`the process of ${name} has ended`))
      waiting.set(id, (message) => {
        if (message instanceof Error) reject(message)
        else if ('answer' in message) resolve(message.answer as never)
        else reject(failure(name, message as FromService & { error: string }))
      })
      child.send({ id, name: request, ask: content }, (error) => {
        if (!error) return
        waiting.delete(id)
        reject(new Error(`the process of ${name} cannot be told: ${error.message}`))
      })
    })
  return {
    name,
    pid: child.pid,
    isAlive: () => child.connected && child.exitCode === null && child.signalCode === null,
    ask,
    kill: () => end(child, gone, 'SIGKILL'),
    close: async () => {
      const timer = setTimeout(() => child.kill('SIGKILL'), graceMs)
      await ask('close', null).catch(() => {})
      await gone
      clearTimeout(timer)
    },
  }
}

function failure(service: string, message: { error: string; busyPort?: number }): Error {
  if (message.busyPort !== undefined) return new PortBusyError(message.busyPort, service)
  return new Error(`${service}: ${message.error}`)
}

async function end(
  child: ChildProcess,
  gone: Promise<void>,
  signal: NodeJS.Signals,
): Promise<void> {
  child.kill(signal)
  await gone
}
