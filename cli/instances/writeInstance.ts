/** Tells other commands of this sandbox, until the returned function takes it back. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { type Instance, instanceFile, instanceFolder } from './instance.ts'

export function writeInstance(state: string, instance: Instance): () => void {
  mkdirSync(instanceFolder(state), { recursive: true, mode: 0o700 })
  const file = instanceFile(state, instance.pid)
  const draft = `${file}.draft`
  // What a dead process of the same id left may be readable by others: never written into.
  rmSync(draft, { force: true })
  writeFileSync(draft, `${JSON.stringify(instance)}\n`, { mode: 0o600, flag: 'wx' })
  renameSync(draft, file)
  return () => rmSync(file, { force: true })
}
