/** What is measured, by name; `limit` is what everything is compared with. */
export const targets = ['limit', 'local', 'local+recording', 'http', 'http+recording'] as const

export type Target = (typeof targets)[number]

/** URLs of the services that the workloads call. */
export interface Endpoints {
  readonly sts: string
  readonly iam: string
  readonly s3: string
}

export const key = { accessKeyId: 'test', secretAccessKey: 'test' } as const
