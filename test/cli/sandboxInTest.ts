/** A sandbox that only listens to being closed: what `start` does with one is what is tested. */
import type { Sandbox, SandboxOptions } from '#sandbox/sandbox.ts'

export const endpointsInTest = {
  idp: 'http://127.0.0.1:4570',
  'identity-center': 'http://127.0.0.1:4571',
  sts: 'http://127.0.0.1:4572',
  iam: 'http://127.0.0.1:4573',
  s3: 'http://127.0.0.1:4574',
  gateway: 'http://127.0.0.1:4566',
  control: 'http://127.0.0.1:4565',
}

export interface SandboxInTest {
  /** The options of each start. */
  readonly started: SandboxOptions[]
  closed(): number
  startSandbox(options: SandboxOptions): Promise<Sandbox>
}

export function sandboxInTest(changes: Partial<Sandbox> = {}): SandboxInTest {
  const started: SandboxOptions[] = []
  let closed = 0
  const unused = () => Promise.reject(new Error('start does not use this'))
  const sandbox: Sandbox = {
    endpoint: endpointsInTest.gateway,
    endpoints: endpointsInTest,
    admin: { accountId: '000000000000', accessKeyId: 'test', secretAccessKey: 'test' },
    controlToken: 'token-of-the-control-api',
    clock: { now: () => 0, offset: () => 0, advance: unused, set: unused },
    profiles: unused,
    account: unused,
    sourceIp: unused,
    reset: unused,
    recording: () => [],
    onEvent: () => () => {},
    journal: unused,
    stop: unused,
    close: async () => {
      closed++
    },
    ...changes,
  }
  return {
    started,
    closed: () => closed,
    startSandbox: async (options) => {
      started.push(options)
      return sandbox
    },
  }
}
