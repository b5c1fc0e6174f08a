import { awsCliClient } from './awsCliClient.ts'
import { findClient, readsEndpointVariable } from './awsClients.ts'
import { describeClient } from './clientContract.ts'

for (const id of ['aws-v1', 'aws-v2'] as const) {
  const found = await findClient(id)
  const name = id === 'aws-v1' ? 'AWS CLI 1' : 'AWS CLI 2'
  describeClient({
    name: found ? `${name} (${found.version})` : name,
    absent: found ? undefined : `no \`aws\` on PATH says that it is ${name}`,
    needsRuleSets: found !== undefined && !readsEndpointVariable(id, found),
    make: (environment) => awsCliClient(found!.file, environment),
  })
}
