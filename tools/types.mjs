/** Writes dist/types/: the declarations that the library's entry needs, and no others. Before a package is packed. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { root } from './build.mjs'

const entry = join(root, 'sandbox/index.ts')
const outdir = join(root, 'dist/types')

const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root)
const program = ts.createProgram([entry], {
  ...options,
  noEmit: false,
  declaration: true,
  emitDeclarationOnly: true,
})

/** `'./seed.ts'` and `'#kernel/x.ts'`, also inside `import('…')`. */
const ownModule = /(['"])([.#][^'"]*\.ts)\1/g

/** A package has no sources and no `#` imports: its declarations find each other by relative paths. */
function declarationOf(path) {
  let text
  program.emit(program.getSourceFile(path), (_name, written) => {
    text = written
  })
  if (text === undefined) throw new Error(`INVARIANT: ${relative(root, path)} has no declarations`)
  const needed = []
  const rewritten = text.replace(ownModule, (_all, quote, specifier) => {
    const target = specifier.startsWith('#')
      ? join(root, specifier.slice(1))
      : join(dirname(path), specifier)
    needed.push(target)
    const from = relative(dirname(path), target).replace(/\.ts$/, '.js')
    return `${quote}${from.startsWith('.') ? from : `./${from}`}${quote}`
  })
  return { text: rewritten, needed }
}

rmSync(outdir, { recursive: true, force: true })
const paths = new Set([entry])
for (const path of paths) {
  const { text, needed } = declarationOf(path)
  const file = join(outdir, relative(root, path).replace(/\.ts$/, '.d.ts'))
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  for (const each of needed) paths.add(each)
}
process.stderr.write(`wrote dist/types (${paths.size} files)\n`)
