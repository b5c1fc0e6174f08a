/** A tour of `aws s3api` through what a bucket can be told; every output is held against what went in. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findClient } from '../awsClients.ts'
import { type IsolatedEnvironment, isolatedEnvironment } from '../isolatedEnvironment.ts'
import { runProgram } from '../runProgram.ts'
import { type BuiltSandbox, startBuilt } from '../startBuilt.ts'

const found = (await findClient('aws-v2')) ?? (await findClient('aws-v1'))

describe(found ? `AWS CLI (${found.version})` : 'AWS CLI', () => {
  let environment: IsolatedEnvironment
  let sandbox: BuiltSandbox
  beforeAll(async () => {
    if (!found) return
    environment = await isolatedEnvironment()
    sandbox = await startBuilt([], environment.of(undefined))
  })
  afterAll(async () => {
    await sandbox?.stop()
    await environment?.remove()
  })
  beforeEach(({ skip }) => skip(!found, 'no `aws` on PATH'))

  const bucket = ['--bucket', 'cli-told']
  const aws = async (command: string, ...options: string[]) => {
    const gateway = sandbox.endpoints['gateway']!
    const line = ['--endpoint-url', gateway, '--output', 'json', 's3api', command, ...options]
    const ended = await runProgram(found!.file, line, { env: environment.of(sandbox.admin) })
    if (ended.code !== 0) throw new Error(ended.stderr)
    return ended.stdout.trim() === '' ? {} : JSON.parse(ended.stdout)
  }
  const put = (command: string, option: string, value: object) =>
    aws(command, ...bucket, `--${option}`, JSON.stringify(value))
  const refused = (code: string) => new RegExp(`\\(${code}\\)`)

  test('makes a bucket, and its policy', async () => {
    await aws('create-bucket', ...bucket)
    const Statement = [
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: ['arn:aws:s3:::cli-told', 'arn:aws:s3:::cli-told/*'],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ]
    const policy = { Version: '2012-10-17', Statement }
    const file = join(environment.folder, 'policy.json')
    await writeFile(file, JSON.stringify(policy))
    await aws('put-bucket-policy', ...bucket, '--policy', `file://${file}`)
    const { Policy } = await aws('get-bucket-policy', ...bucket)
    expect(JSON.parse(Policy)).toEqual(policy)
    const status = await aws('get-bucket-policy-status', ...bucket)
    expect(status).toEqual({ PolicyStatus: { IsPublic: false } })
    await aws('delete-bucket-policy', ...bucket)
    await expect(aws('get-bucket-policy', ...bucket)).rejects.toThrow(refused('NoSuchBucketPolicy'))
  })

  test('shows and changes public access, ownership and ACLs', async () => {
    const { PublicAccessBlockConfiguration } = await aws('get-public-access-block', ...bucket)
    expect(Object.values(PublicAccessBlockConfiguration)).toEqual([true, true, true, true])
    await aws('delete-public-access-block', ...bucket)
    const controls = { Rules: [{ ObjectOwnership: 'ObjectWriter' }] }
    await put('put-bucket-ownership-controls', 'ownership-controls', controls)
    expect(await aws('get-bucket-ownership-controls', ...bucket)).toEqual({
      OwnershipControls: controls,
    })
    await aws('put-bucket-acl', ...bucket, '--acl', 'public-read')
    const { Grants } = await aws('get-bucket-acl', ...bucket)
    expect(Grants).toHaveLength(2)
    const listed = await fetch(`${sandbox.endpoints['gateway']}/cli-told?list-type=2`)
    expect(listed.status).toBe(200)
  })

  test.each([
    [
      'cors',
      'cors-configuration',
      { CORSRules: [{ AllowedMethods: ['GET'], AllowedOrigins: ['*'] }] },
      (value: object) => value,
    ],
    ['tagging', 'tagging', { TagSet: [{ Key: 'team', Value: 'red' }] }, (value: object) => value],
    [
      'website',
      'website-configuration',
      { IndexDocument: { Suffix: 'index.html' } },
      (value: object) => value,
    ],
    [
      'encryption',
      'server-side-encryption-configuration',
      {
        Rules: [
          {
            ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' },
            BucketKeyEnabled: false,
          },
        ],
      },
      (value: object) => ({ ServerSideEncryptionConfiguration: value }),
    ],
    [
      'request-payment',
      'request-payment-configuration',
      { Payer: 'BucketOwner' },
      (value: object) => value,
    ],
    [
      'accelerate-configuration',
      'accelerate-configuration',
      { Status: 'Suspended' },
      (value: object) => value,
    ],
  ])('put and get %s', async (name, option, value, shown) => {
    await put(`put-bucket-${name}`, option, value)
    expect(await aws(`get-bucket-${name}`, ...bucket)).toEqual(shown(value))
  })

  test('put, get and delete a lifecycle', async () => {
    const Rules = [
      { ID: 'end', Status: 'Enabled', Filter: { Prefix: 'tmp/' }, Expiration: { Days: 1 } },
    ]
    await put('put-bucket-lifecycle-configuration', 'lifecycle-configuration', { Rules })
    const got = await aws('get-bucket-lifecycle-configuration', ...bucket)
    expect(got.Rules).toEqual([
      { ID: 'end', Status: 'Enabled', Filter: { Prefix: 'tmp/' }, Expiration: { Days: 1 } },
    ])
    await aws('delete-bucket-lifecycle', ...bucket)
    await expect(aws('get-bucket-lifecycle-configuration', ...bucket)).rejects.toThrow(
      refused('NoSuchLifecycleConfiguration'),
    )
  })
})
