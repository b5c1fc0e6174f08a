/** The measured process: starts one target, says where it is, and tells its own CPU time when asked. */
import { startSandbox } from '#sandbox/index.ts'
import { startLimitServer } from './limitServer.ts'
import { type Endpoints, key, type Target } from './targets.ts'

export async function serve(target: Target): Promise<void> {
  const endpoints = await start(target)
  process.on('message', () =>
    process.send?.({ cpu: process.cpuUsage(), rss: process.memoryUsage.rss() }),
  )
  process.on('disconnect', () => process.exit(0))
  process.send?.({ endpoints })
}

async function start(target: Target): Promise<Endpoints> {
  if (target === 'limit') {
    const url = await startLimitServer(key.secretAccessKey)
    return { sts: url, iam: url, s3: url }
  }
  const [hops, recording] = target.split('+') as ['local' | 'http', string | undefined]
  const { endpoints } = await startSandbox({ hops, record: recording === 'recording' })
  const { sts = '', iam = '', s3 = '' } = endpoints
  return { sts, iam, s3 }
}
