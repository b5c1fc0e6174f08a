/** The bundler and the test runner import YAML as the value that it describes: no start parses it. */
declare module '*.yaml' {
  const value: unknown
  export default value
}
