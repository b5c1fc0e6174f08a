/** Builds dist/ from the sources: one command and one library entry, split so that a start loads only what it uses. */
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { licenses } from './licenses.mjs'
import { yamlPlugin } from './yamlAsValue.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const entryPoints = {
  hopscope: join(root, 'cli/main.ts'),
  index: join(root, 'sandbox/index.ts'),
  serviceProcess: join(root, 'sandbox/processes/serviceProcess.ts'),
}

export async function build({ outdir = join(root, 'dist') } = {}) {
  const esbuild = await import('esbuild')
  // Built beside the old one: sources that do not build leave what worked where it is.
  const fresh = `${outdir}.new`
  rmSync(fresh, { recursive: true, force: true })
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints,
    outdir: fresh,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    metafile: true,
    // Half the bytes to read and compile at a start; names stay, for stack traces.
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
    loader: { '.css': 'text', '.html': 'text' },
    plugins: [yamlPlugin],
    define: { 'process.env.HOPSCOPE_BUILT': '"1"' },
    banner: {
      js: "import { createRequire as hopscopeRequire } from 'node:module'; const require = hopscopeRequire(import.meta.url);",
    },
  })
  writeFileSync(join(fresh, 'LICENSES.txt'), licenses(metafile, root))
  // The declarations are those of tools/types.mjs: npm builds once more before it packs them.
  const types = join(outdir, 'types')
  if (existsSync(types)) renameSync(types, join(fresh, 'types'))
  rmSync(outdir, { recursive: true, force: true })
  renameSync(fresh, outdir)
  return Object.keys(metafile.outputs).length
}

/** In a published package there are no sources and dist/ is already there. */
const hasSources = existsSync(join(root, 'cli/main.ts'))

if (process.argv[1] === fileURLToPath(import.meta.url) && hasSources) {
  const started = performance.now()
  const files = await build()
  if (!process.argv.includes('--quiet'))
    process.stderr.write(
      `built dist/ (${files} files) in ${Math.round(performance.now() - started)} ms\n`,
    )
}
