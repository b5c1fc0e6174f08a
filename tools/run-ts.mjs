/** Runs one TypeScript file of this repository: bundled in memory's stead into a temporary file beside dist/. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as esbuild from 'esbuild'
import { root } from './build.mjs'
import { yamlPlugin } from './yamlAsValue.mjs'

const [file, ...args] = process.argv.slice(2)
if (!file) {
  process.stderr.write('usage: node tools/run-ts.mjs FILE [ARG …]\n')
  process.exit(2)
}
const folder = mkdtempSync(join(root, 'node_modules/.run-ts-'))
const outfile = join(folder, 'main.mjs')
try {
  await esbuild.build({
    entryPoints: [resolve(root, file)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    target: 'node20',
    logLevel: 'warning',
    loader: { '.css': 'text', '.html': 'text' },
    plugins: [yamlPlugin],
  })
  const child = spawn(process.execPath, [outfile, ...args], { stdio: 'inherit', cwd: root })
  // A terminal's Ctrl-C reaches the child by itself: here it only must not end us before we have cleared away.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  const [code] = await once(child, 'exit')
  process.exitCode = code ?? 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
