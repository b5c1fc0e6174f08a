/** Tags as answers show them; none are left out altogether. */
import type { Tag } from '../model/shapes.ts'
import type { Tags } from '../state.ts'

export const tagsView = (tags: Tags): Tag[] | undefined => (tags.length > 0 ? [...tags] : undefined)
