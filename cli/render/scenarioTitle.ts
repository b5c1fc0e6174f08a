/** A scenario's title in the language; its id where it has none. */
import type { Texts } from '../texts.ts'

export function scenarioTitle(id: string, { scenario }: Texts): string {
  const titles: Readonly<Record<string, string>> = scenario.titles
  return Object.hasOwn(titles, id) ? titles[id]! : id
}
