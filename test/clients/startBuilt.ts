/** A sandbox in a process of its own, as `npm start` makes it: the built command, rebuilt where a source is newer. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** The line that `start --json` prints when everything answers. */
export interface Ready {
  readonly event: 'ready'
  readonly pid: number
  readonly endpoints: Readonly<Record<string, string>>
  readonly admin: {
    readonly accountId: string
    readonly accessKeyId: string
    readonly secretAccessKey: string
  }
  readonly controlToken: string
}

export interface BuiltSandbox extends Ready {
  /** Asks it to stop, as Ctrl-C does; resolves to its exit code. */
  stop(): Promise<number | null>
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const patience = 60_000

export async function startBuilt(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  node: string = process.execPath,
): Promise<BuiltSandbox> {
  const command = ['tools/run.mjs', 'start', '--json', '--port', '0', ...args]
  const child = spawn(node, command, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const line = await firstLine(child.stdout, ended).catch((error: unknown) => {
    child.kill('SIGKILL')
    throw new Error(`start did not get ready: ${String(error)}\n${said}`)
  })
  const ready = JSON.parse(line) as Ready
  return {
    ...ready,
    stop: () => {
      // Not the child: that may be a tracer, which keeps such signals to itself.
      process.kill(ready.pid, 'SIGTERM')
      return ended
    },
  }
}

/** Asks the control API, as its owner. */
export async function control(
  { endpoints, controlToken }: Ready,
  method: 'GET' | 'POST',
  path: string,
  body?: object,
): Promise<void> {
  const answer = await fetch(`${endpoints['control']}${path}`, {
    method,
    headers: {
      'x-hopscope-token': controlToken,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
}

function firstLine(stdout: NodeJS.ReadableStream, ended: Promise<unknown>): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('nothing came in a minute')), patience)
    createInterface(stdout).once('line', (line) => {
      clearTimeout(timer)
      resolve(line)
    })
    void ended.then((code) => {
      clearTimeout(timer)
      reject(new Error(`it ended with ${String(code)}`))
    })
  })
}
