/** A party by its id, as people read it. */
import type { Texts } from '../texts.ts'

export function partyName(id: string, { scenario, why }: Texts): string {
  const names: Readonly<Record<string, string>> = { ...scenario.parties, ...why.parties }
  return Object.hasOwn(names, id) ? names[id]! : id
}
