/** A page of the names of inline policies. */
import { type PageInput, pageOf } from '../page.ts'
import type { PolicyHolder } from '../state.ts'

export function inlinePolicyPage({ inlinePolicies }: PolicyHolder, input: PageInput) {
  const { items, position } = pageOf(inlinePolicies, ({ name }) => name, input)
  return { PolicyNames: items.map(({ name }) => name), ...position }
}
