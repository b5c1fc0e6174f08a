/** A page of tags, in the order of their keys. */
import type { Tag } from '../model/shapes.ts'
import { type PageInput, pageOf } from '../page.ts'
import type { Tags } from '../state.ts'

export function tagPage(
  tags: Tags,
  input: PageInput,
): { Tags: Tag[]; IsTruncated: boolean; Marker?: string | undefined } {
  const { items, position } = pageOf(tags, ({ Key }) => Key, input)
  return { Tags: [...items], ...position }
}
