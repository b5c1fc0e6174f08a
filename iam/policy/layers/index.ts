/** All layers, in the order in which they are shown; combine/decide.ts has the order in which they are named. */
import { boundary } from './boundary.ts'
import { identity } from './identity.ts'
import type { Layer } from './layer.ts'
import { rcp } from './rcp.ts'
import { resource } from './resource.ts'
import { scp } from './scp.ts'
import { session } from './session.ts'

export const layers: readonly Layer[] = [scp, rcp, resource, boundary, session, identity]
