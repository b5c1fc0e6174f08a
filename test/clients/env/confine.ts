/**
 * Programs without a way out of this machine: in a network of their own, where nothing but loopback is; where the
 * system does not permit that, under a tracer that notes every address they turn to.
 */
import { spawn } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { shellQuoted } from '#cli/env/shellQuoted.ts'
import { isLoopback } from '#cli/options/isLoopback.ts'
import { runProgram } from '../runProgram.ts'

export interface Confinement {
  readonly by: 'network' | 'trace'
  /** A program that runs this one confined; it takes the same arguments. */
  program(file: string): Promise<string>
  /** Addresses beyond this machine that a confined program turned to: only a trace has them, a network has none. */
  strangers(): Promise<string[]>
  end(): Promise<void>
}

/** `folder` holds what it needs; undefined where this machine has neither way. */
export async function confine(folder: string): Promise<Confinement | undefined> {
  const wanted = process.env['HOPSCOPE_CONFINE_BY'] ?? 'network'
  const network = wanted === 'network' ? await ownNetwork(folder) : undefined
  return network ?? (await ownTrace(folder))
}

const openLoopback =
  'PATH=$PATH:/usr/sbin:/sbin; (ip link set lo up || ifconfig lo up) 2>/dev/null && echo up && exec cat'

/** The network lasts as long as the process that waits in it; that one ends with the tests, whose end it reads. */
async function ownNetwork(folder: string): Promise<Confinement | undefined> {
  const holder = spawn(
    'unshare',
    ['--user', '--map-root-user', '--net', 'sh', '-c', openLoopback],
    {
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  )
  const ended = new Promise<void>((resolve) => {
    holder.once('error', () => resolve())
    holder.once('exit', () => resolve())
  })
  const isUp = await Promise.race([
    ended.then(() => false),
    new Promise<boolean>((resolve) =>
      createInterface(holder.stdout).once('line', () => resolve(true)),
    ),
  ])
  if (!isUp) return undefined
  const enter = `nsenter --preserve-credentials --user --net --target ${holder.pid}`
  return {
    by: 'network',
    program: wrapper(folder, enter),
    strangers: async () => [],
    end: async () => {
      holder.stdin.end()
      await ended
    },
  }
}

async function ownTrace(folder: string): Promise<Confinement | undefined> {
  const calls = 'trace=connect,sendto,sendmsg,sendmmsg'
  const trace = (to: string) => `strace -f --seccomp-bpf -qq -e ${calls} -o ${to}`
  const probe = await runProgram('sh', ['-c', `${trace('/dev/null')} true`], { env: process.env })
  if (probe.code !== 0) return undefined
  return {
    by: 'trace',
    // One file a run: `$$` is the shell that becomes the tracer.
    program: wrapper(folder, trace(`${shellQuoted(join(folder, 'trace-'))}$$`)),
    strangers: async () => {
      const files = (await readdir(folder)).filter((name) => name.startsWith('trace-'))
      const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
      const addresses = new Set(texts.flatMap(addressesIn))
      return [...addresses].filter((address) => !isLoopback(address) && address !== routeProbe)
    },
    end: async () => {},
  }
}

/** Chromium asks its own system for a route there, whether it has IPv6; it sends nothing (net/dns in its sources). */
const routeProbe = '2001:4860:4860::8888'

const addressesIn = (trace: string): string[] =>
  [...trace.matchAll(/inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"/g)].map(
    ([, v4, v6]) => v4 ?? v6!,
  )

function wrapper(folder: string, before: string): (file: string) => Promise<string> {
  let count = 0
  return async (file) => {
    count += 1
    const path = join(folder, `confined-${count}`)
    const script = `#!/bin/sh\nexec ${before} ${shellQuoted(file)} "$@"\n`
    await writeFile(path, script, { mode: 0o700 })
    return path
  }
}
