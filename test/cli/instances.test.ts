import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { liveInstances } from '#cli/instances/liveInstances.ts'
import { stateFolder } from '#cli/instances/stateFolder.ts'
import { writeInstance } from '#cli/instances/writeInstance.ts'

const home = '/home/ana'

describe('the state folder', () => {
  test.each([
    [{ HOPSCOPE_STATE: '/x', XDG_STATE_HOME: '/y' }, '/x'],
    [{ XDG_STATE_HOME: '/y' }, '/y/hopscope'],
    [{ XDG_STATE_HOME: 'relative' }, '/home/ana/.local/state/hopscope'],
    [{ HOPSCOPE_STATE: '', XDG_STATE_HOME: '' }, '/home/ana/.local/state/hopscope'],
    [{}, '/home/ana/.local/state/hopscope'],
  ])('for %j is %s', (env, folder) => {
    expect(stateFolder({ env, home })).toBe(folder)
  })
})

describe('live instances', () => {
  let state: string
  beforeEach(() => {
    state = mkdtempSync(join(tmpdir(), 'state-'))
  })
  afterEach(() => rmSync(state, { recursive: true }))

  const instance = (pid: number) => ({
    pid,
    port: 4566,
    control: 'http://127.0.0.1:4565',
    controlToken: 't',
    endpoints: { gateway: 'http://127.0.0.1:4566' },
  })
  const file = (pid: number) => join(state, 'instances', `${pid}.json`)
  const written = (pid: number, at: number) => {
    writeInstance(state, instance(pid))
    utimesSync(file(pid), at, at)
  }

  test('are none where nothing was ever started', () => {
    expect(liveInstances(join(state, 'nowhere'))).toEqual([])
  })

  test('come newest first', () => {
    written(process.pid, 100)
    written(process.ppid, 200)
    expect(liveInstances(state).map(({ pid }) => pid)).toEqual([process.ppid, process.pid])
  })

  test('leave out, and sweep away, those whose process is dead', () => {
    const dead = Number(execFileSync(process.execPath, ['-p', 'process.pid']).toString())
    written(dead, 100)
    written(process.pid, 50)
    expect(liveInstances(state).map(({ pid }) => pid)).toEqual([process.pid])
    expect(readdirSync(join(state, 'instances'))).toEqual([`${process.pid}.json`])
  })

  test('do not believe a damaged file', () => {
    mkdirSync(join(state, 'instances'))
    writeFileSync(file(1), '{"pid":')
    writeFileSync(file(2), '{"pid":"2"}')
    expect(liveInstances(state)).toEqual([])
  })

  test('are written afresh where a dead process left a file open to others', () => {
    mkdirSync(join(state, 'instances'))
    writeFileSync(file(process.pid), '{}', { mode: 0o666 })
    writeFileSync(`${file(process.pid)}.draft`, '{}', { mode: 0o666 })
    writeInstance(state, instance(process.pid))
    expect(statSync(file(process.pid)).mode & 0o077).toBe(0)
  })
})
