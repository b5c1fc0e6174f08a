/** The one line of `start --json`: printed when everything answers. */
import type { Sandbox } from '#sandbox/sandbox.ts'

export function readyLine(sandbox: Sandbox, pid: number): string {
  const { endpoints, admin, controlToken } = sandbox
  return JSON.stringify({
    event: 'ready',
    pid,
    endpoints: { ...endpoints, page: endpoints['page'] ?? endpoints['control'] },
    admin,
    controlToken,
  })
}
