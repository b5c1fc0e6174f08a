/** For the test runner what the bundler's text loader is: `import text from './seed.yaml'`. */
export const yamlAsText = {
  name: 'yaml-as-text',
  transform(source: string, id: string): string | undefined {
    return id.endsWith('.yaml') ? `export default ${JSON.stringify(source)}` : undefined
  },
}
