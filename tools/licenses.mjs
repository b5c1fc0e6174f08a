/** The licences of the packages that the bundle holds: they must go where its code goes. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const packageFolder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//
const licenceFile = /^(licen[cs]e|notice|copying)/i

/** `metafile` is esbuild's, with paths from `root`. */
export function licenses(metafile, root) {
  const folders = Object.keys(metafile.inputs).flatMap(
    (path) => packageFolder.exec(path)?.[1] ?? [],
  )
  return [...new Set(folders)]
    .sort()
    .map((folder) => licenceOf(join(root, folder)))
    .join('\n')
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const texts = readdirSync(folder)
    .filter((file) => licenceFile.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
  return [`${'='.repeat(80)}\n${name} ${version} (${license})`, ...texts, ''].join('\n\n')
}
