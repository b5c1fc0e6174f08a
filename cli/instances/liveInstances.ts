/** The sandboxes that run now, newest first; files of dead ones are swept away. */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Value } from '@sinclair/typebox/value'
import { Instance, instanceFolder } from './instance.ts'

export function liveInstances(state: string): Instance[] {
  return fileNames(instanceFolder(state))
    .flatMap((file) => read(file))
    .sort((a, b) => b.writtenAt - a.writtenAt)
    .map(({ instance }) => instance)
}

function fileNames(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d+\.json$/.test(name))
      .map((name) => join(folder, name))
  } catch {
    return []
  }
}

interface Written {
  readonly instance: Instance
  readonly writtenAt: number
}

/** A file that vanishes or is damaged meanwhile is no instance. */
function read(file: string): Written[] {
  try {
    const writtenAt = statSync(file).mtimeMs
    const instance: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (Value.Check(Instance, instance) && isAlive(instance.pid)) return [{ instance, writtenAt }]
    rmSync(file, { force: true })
    return []
  } catch {
    return []
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It lives, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
