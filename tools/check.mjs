/** `npm run check`: types, format and lint, and the architecture tests; all of them, also after one failed. */
import { spawnSync } from 'node:child_process'
import { root } from './build.mjs'

const checks = [
  ['types', ['tsc', '-p', '.']],
  ['format and lint', ['biome', 'check', '--error-on-warnings']],
  ['architecture', ['vitest', 'run', 'test/architecture']],
]

let failed = 0
for (const [name, [command, ...args]] of checks) {
  const started = performance.now()
  const done = spawnSync('npx', ['--no-install', command, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const passed = done.status === 0
  process.stdout.write(`${passed ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`)
  if (passed) continue
  failed += 1
  process.stdout.write(`${done.stdout}${done.stderr}\n`)
}
process.exitCode = failed === 0 ? 0 : 1
