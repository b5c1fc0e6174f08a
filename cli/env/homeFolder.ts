/** Where clients of one sandbox have their home: one a port, so that a shell finds it again after a restart. */
import { join } from 'node:path'

/** Who narrows it to one person gets another: two people can be signed in side by side. */
export function homeFolder(state: string, port: number, user: string | undefined): string {
  const whose = user === undefined ? '' : `-${encodeURIComponent(user.toLowerCase())}`
  return join(state, 'homes', `${port}${whose.replaceAll('%40', '@')}`)
}
