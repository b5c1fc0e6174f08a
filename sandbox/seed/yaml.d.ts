/** The bundler and the test runner import YAML as text. */
declare module '*.yaml' {
  const text: string
  export default text
}
