/** Every file that clients of a sandbox find in their home folder. */
import { join } from 'node:path'
import type { ApiEndpoint, ClientProfiles } from '#sandbox/clientProfiles.ts'
import { awsConfig } from './awsConfig.ts'
import { awsCredentials } from './awsCredentials.ts'
import { endpointRuleSet } from './endpointRuleSet.ts'
import { partitions } from './partitions.ts'
import type { Profile } from './profile.ts'

export interface AwsFile {
  /** Below `.aws`. */
  readonly path: string
  readonly content: string
}

export const configFile = 'config'
export const credentialsFile = 'credentials'

export function awsFiles(profiles: readonly Profile[], sandbox: ClientProfiles): AwsFile[] {
  return [
    { path: configFile, content: awsConfig(profiles, sandbox) },
    { path: credentialsFile, content: awsCredentials(profiles) },
    jsonFile(join('models', 'partitions.json'), partitions),
    ...[...sandbox.apis, simpleDb(sandbox)].map(ruleSetFile),
  ]
}

/** The one service whose rules know an address of AWS in an ordinary region; the gateway refuses it. */
const simpleDb = ({ endpoint }: ClientProfiles): ApiEndpoint => ({
  name: 'sdb',
  version: '2009-04-15',
  endpoint,
})

const ruleSetFile = ({ name, version, endpoint }: ApiEndpoint): AwsFile =>
  jsonFile(
    join('models', name, version, 'endpoint-rule-set-1.json'),
    endpointRuleSet(endpoint, name),
  )

const jsonFile = (path: string, content: object): AwsFile => ({
  path,
  content: `${JSON.stringify(content, null, 2)}\n`,
})
