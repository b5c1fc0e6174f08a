/** `import seed from './seed.yaml'` gives the value that the file describes: for the bundler and for the test runner. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

const moduleOf = (text) =>
  `export default JSON.parse(${JSON.stringify(JSON.stringify(parse(text)))})`

/** For esbuild. */
export const yamlPlugin = {
  name: 'yaml-as-value',
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, ({ path }) => ({
      contents: moduleOf(readFileSync(path, 'utf8')),
      loader: 'js',
    }))
  },
}

/** For vitest. */
export const yamlAsValue = {
  name: 'yaml-as-value',
  transform: (text, id) => (id.endsWith('.yaml') ? moduleOf(text) : undefined),
}
