/**
 * The default export of a CommonJS module that was compiled from ESM. Node imports such a module as
 * `{ default }`; test runners and bundlers unwrap it. Both must work.
 */
export const commonJsDefault = <T extends Callable>(imported: T | { readonly default: T }): T =>
  typeof imported === 'function' ? imported : imported.default

type Callable = ((...args: never[]) => unknown) | (abstract new (...args: never[]) => unknown)
