/** What a website answers. */
import type { Operation } from '#kernel/http/operation.ts'
import { getDocument } from './getDocument.ts'
import { getRoot } from './getRoot.ts'
import { headDocument } from './headDocument.ts'
import { headRoot } from './headRoot.ts'

export const websiteOperations: readonly Operation[] = [
  getRoot,
  headRoot,
  getDocument,
  headDocument,
]
