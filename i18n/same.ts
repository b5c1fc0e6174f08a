/** The shape of a dictionary in another language: the same keys and parameters, other words. A missing text does not compile. */
export type Same<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : Same<T[K]>
}
