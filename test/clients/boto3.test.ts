import { fileURLToPath } from 'node:url'
import { findClient, readsEndpointVariable } from './awsClients.ts'
import { describeClient } from './clientContract.ts'
import { scriptedClient } from './scriptedClient.ts'

const found = await findClient('boto3')
const script = fileURLToPath(new URL('./boto3Client.py', import.meta.url))

describeClient({
  name: found ? `boto3 (${found.version})` : 'boto3',
  absent: found ? undefined : 'no Python on PATH imports boto3',
  needsRuleSets: found !== undefined && !readsEndpointVariable('boto3', found),
  make: (environment) => scriptedClient(found!.file, script, environment),
})
