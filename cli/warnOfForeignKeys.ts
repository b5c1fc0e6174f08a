/** Tells the operator of keys that look like AWS's own: whoever sent one has a client that points at the wrong place. */
import { badgeOf } from '#kernel/trace/badge.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import type { Io } from './io.ts'
import { warn } from './print.ts'
import { badgeText } from './render/badges.ts'
import type { Texts } from './texts.ts'

/** Of keys that were told of: each is told once. */
const remembered = 1_000

export function warnOfForeignKeys(
  { onEvent }: Pick<Sandbox, 'onEvent'>,
  io: Io,
  texts: Texts,
): void {
  const told = new Set<string>()
  onEvent((event) => {
    const badge = badgeOf(event)
    if (badge?.badge !== 'realKey' || told.has(badge.accessKeyId)) return
    if (told.size >= remembered) told.clear()
    told.add(badge.accessKeyId)
    warn(io.stderr, badgeText(badge, texts), texts)
  })
}
