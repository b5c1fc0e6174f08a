/** A running sandbox with refusals to explain, and the command that explains them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeInstance } from '#cli/instances/writeInstance.ts'
import type { Why } from '#cli/why/why.ts'
import { startSandbox } from '#sandbox/index.ts'
import type { Sandbox, SandboxOptions } from '#sandbox/sandbox.ts'
import type { Seed } from '#sandbox/seed/seed.ts'
import { world } from './world.ts'

const allow = (Action: string | string[], more: object = {}) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource: '*', ...more }],
})

const key = (name: string) => [{ accessKeyId: `${name}-key`, secretAccessKey: `${name}-secret` }]

const admin = 'arn:aws:iam::aws:policy/AdministratorAccess'

export const seed: Seed = {
  accounts: [
    { id: '111111111111', name: 'management' },
    {
      id: '222222222222',
      name: 'production',
      users: [
        { name: 'admin', policies: [admin], accessKeys: key('admin') },
        {
          name: 'capped',
          policies: [admin],
          permissionsBoundary: 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess',
          accessKeys: key('capped'),
        },
        {
          name: 'reader',
          inlinePolicy: allow(['s3:Get*', 's3:List*'], { Sid: 'Reading' }),
          accessKeys: key('reader'),
        },
        {
          name: 'denied',
          policies: [admin],
          inlinePolicy: {
            Version: '2012-10-17',
            Statement: [
              { Sid: 'NoBuckets', Effect: 'Deny', Action: 's3:CreateBucket', Resource: '*' },
            ],
          },
          accessKeys: key('denied'),
        },
      ],
    },
  ],
  organization: {
    managementAccountId: '111111111111',
    ous: [{ name: 'workloads', accounts: ['222222222222'] }],
    policies: [
      {
        name: 'KeepBuckets',
        type: 'SCP',
        targets: ['workloads'],
        content: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Deny', Action: 's3:DeleteBucket', Resource: '*' }],
        },
      },
    ],
  },
  workforce: { users: [{ userName: 'ana@example.com', password: 'hopscope' }] },
  identityCenter: {
    accountId: '111111111111',
    region: 'us-east-1',
    permissionSets: [],
    assignments: [],
  },
}

export interface WhyWorld {
  readonly sandbox: Sandbox
  /** Exit code and what was printed. */
  why(...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }>
  /** The last refusal as data, once the recording has the answer to `requestId`. */
  last(requestId?: string): Promise<Why>
  close(): Promise<void>
}

export async function whyWorld(options: SandboxOptions = {}): Promise<WhyWorld> {
  const sandbox = await startSandbox({ seed, ...options })
  const state = mkdtempSync(join(tmpdir(), 'hopscope-why-'))
  writeInstance(state, {
    pid: process.pid,
    port: Number(new URL(sandbox.endpoint).port),
    control: sandbox.endpoints['control'] ?? '',
    controlToken: sandbox.controlToken,
    endpoints: { ...sandbox.endpoints },
  })
  const why = (...argv: string[]) => whyIn(state, ...argv)
  return {
    sandbox,
    why,
    last: async (requestId) => {
      if (requestId !== undefined) await answered(sandbox, requestId)
      const { code, stdout, stderr } = await why('--json')
      if (code !== 0) throw new Error(stderr)
      return JSON.parse(stdout).refused
    },
    close: async () => {
      await sandbox.close()
      rmSync(state, { recursive: true, force: true })
    },
  }
}

export async function whyIn(state: string, ...argv: string[]) {
  const there = world({ env: { HOPSCOPE_STATE: state } })
  const code = await there.run('why', ...argv)
  return { code, stdout: there.stdout(), stderr: there.stderr() }
}

/** Processes tell their part of the recording a moment after they have answered. */
async function answered(sandbox: Sandbox, requestId: string): Promise<void> {
  for (let round = 0; round < 200; round++) {
    const events = sandbox.recording()
    const request = events.find((each) => each.kind === 'request' && each.requestId === requestId)
    const isThere = events.some(
      (each) =>
        each.kind === 'response' &&
        request &&
        'exchange' in request &&
        each.exchange === request.exchange,
    )
    if (isThere) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`no answer to ${requestId} is in the recording`)
}
