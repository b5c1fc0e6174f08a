/** `npm run gen:docs`: writes the generated parts of the pages; prints which changed. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pages } from './pages.ts'

const root = process.cwd()

for (const { path, text } of await pages(root)) {
  const file = join(root, path)
  if (readFileSync(file, 'utf8') === text) continue
  writeFileSync(file, text)
  process.stdout.write(`${path} changed\n`)
}
