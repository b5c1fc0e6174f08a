/** Runs the built command from a checkout, after rebuilding it where a source is newer than dist/. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build, root } from './build.mjs'

const sourceFolders =
  'cli sandbox scenarios kernel idp identity-center sts iam s3 services i18n web tools package.json package-lock.json'

function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  // A folder's own time tells of files that are gone.
  return readdirSync(path).reduce(
    (most, name) => Math.max(most, newest(join(path, name))),
    stat.mtimeMs,
  )
}

const built = statSync(join(root, 'dist/hopscope.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0
if (sourceFolders.split(' ').some((folder) => newest(join(root, folder)) > built)) {
  process.stderr.write('hopscope: sources changed, building …\n')
  await build()
}
process.argv[1] = join(root, 'dist/hopscope.js')
await import(new URL('../dist/hopscope.js', import.meta.url).href)
