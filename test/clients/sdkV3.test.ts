import { fileURLToPath } from 'node:url'
import { describeClient } from './clientContract.ts'
import { scriptedClient } from './scriptedClient.ts'

const script = fileURLToPath(new URL('./sdkV3Client.mjs', import.meta.url))

describeClient({
  name: 'AWS SDK for JavaScript v3',
  absent: undefined,
  make: (environment) => scriptedClient(process.execPath, script, environment),
})
