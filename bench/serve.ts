/** The measured process: starts one target, says where it is, and tells its own CPU time when asked. */
import { startSandbox } from '#sandbox/index.ts'
import { startLimitServer } from './limitServer.ts'
import { key, type Target } from './targets.ts'

export async function serve(target: Target): Promise<void> {
  const url = await start(target)
  process.on('message', () =>
    process.send?.({ cpu: process.cpuUsage(), rss: process.memoryUsage.rss() }),
  )
  process.on('disconnect', () => process.exit(0))
  process.send?.({ url })
}

async function start(target: Target): Promise<string> {
  if (target === 'limit') return startLimitServer(key.secretAccessKey)
  const [hops, recording] = target.split('+') as ['local' | 'http', string | undefined]
  const sandbox = await startSandbox({ hops, record: recording === 'recording' })
  return sandbox.endpoints['sts'] ?? sandbox.endpoint
}
