/** The user's state folder: HOPSCOPE_STATE, else as the XDG base directory specification says. */
import { isAbsolute, join } from 'node:path'
import type { Io } from '../io.ts'

export function stateFolder({ env, home }: Pick<Io, 'env' | 'home'>): string {
  const own = env['HOPSCOPE_STATE']
  if (own) return own
  const xdg = env['XDG_STATE_HOME']
  // "All paths must be absolute"; a relative one is to be ignored.
  const base = xdg && isAbsolute(xdg) ? xdg : join(home, '.local', 'state')
  return join(base, 'hopscope')
}
