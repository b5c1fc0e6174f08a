/** AWS's own clients, pointed at a sandbox by nothing but its endpoint. */
import { IAMClient } from '@aws-sdk/client-iam'
import { S3Client } from '@aws-sdk/client-s3'
import { type AssumeRoleResponse, STSClient } from '@aws-sdk/client-sts'
import type { Sandbox } from '#sandbox/sandbox.ts'

/** As the clients take them. */
export interface Keys {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

const options = (sandbox: Sandbox, keys: Keys | undefined, endpoint = sandbox.endpoint) => ({
  endpoint,
  region: 'us-east-1',
  credentials: keys ?? sandbox.admin!,
  maxAttempts: 1,
})

export const stsOf = (sandbox: Sandbox, keys?: Keys, endpoint?: string) =>
  new STSClient(options(sandbox, keys, endpoint))

export const iamOf = (sandbox: Sandbox, keys?: Keys, endpoint?: string) =>
  new IAMClient(options(sandbox, keys, endpoint))

export const s3Of = (sandbox: Sandbox, keys?: Keys, endpoint?: string) =>
  new S3Client({ ...options(sandbox, keys, endpoint), forcePathStyle: true })

/** What STS answers, as the next client takes it. */
export const sessionKeys = ({ Credentials: made }: Pick<AssumeRoleResponse, 'Credentials'>) => ({
  accessKeyId: made!.AccessKeyId!,
  secretAccessKey: made!.SecretAccessKey!,
  sessionToken: made!.SessionToken!,
})
