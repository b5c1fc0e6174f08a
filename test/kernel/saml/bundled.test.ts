import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { systemIds } from '#kernel/ids/systemIds.ts'

test('a signing identity is made in the bundle too, where CommonJS modules look different', async () => {
  const outdir = await mkdtemp(join(tmpdir(), 'hopscope-bundle-'))
  try {
    await build({
      entryPoints: [
        fileURLToPath(new URL('../../../kernel/saml/signingIdentity.ts', import.meta.url)),
      ],
      outdir,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      outExtension: { '.js': '.mjs' },
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
    })
    const bundled: typeof import('#kernel/saml/signingIdentity.ts') = await import(
      /* @vite-ignore */ pathToFileURL(join(outdir, 'signingIdentity.mjs')).href
    )
    const ids = systemIds()
    const identity = await bundled.createSigningIdentity({
      commonName: 'x',
      ids,
      clock: { now: () => 0 },
    })
    expect(identity.certificatePem).toContain('BEGIN CERTIFICATE')
  } finally {
    await rm(outdir, { recursive: true })
  }
})
