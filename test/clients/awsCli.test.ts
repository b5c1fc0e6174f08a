import { awsCliClient } from './awsCliClient.ts'
import { findClient, readsEndpointVariable } from './awsClients.ts'
import { describeClient } from './clientContract.ts'

for (const id of ['aws-v1', 'aws-v2'] as const) {
  const found = await findClient(id)
  const name = id === 'aws-v1' ? 'AWS CLI 1' : 'AWS CLI 2'
  describeClient({
    name: found ? `${name} (${found.version})` : name,
    absent: found ? undefined : `no \`aws\` on PATH says that it is ${name}`,
    cannot: (through) =>
      found && through === 'environment' && !readsEndpointVariable(found)
        ? `${name} ${found.version} does not read AWS_ENDPOINT_URL`
        : undefined,
    make: (environment) => awsCliClient(found!.file, environment),
  })
}
