/** Does a value have the shape that a schema describes? Schemas are compiled at first use and kept as long as they live. */
import type { Static, TSchema } from '@sinclair/typebox'
import { type TypeCheck, TypeCompiler } from '@sinclair/typebox/compiler'

const compiled = new WeakMap<TSchema, TypeCheck<TSchema>>()

export function fits<S extends TSchema>(schema: S, value: unknown): value is Static<S> {
  return (compiled.get(schema) ?? compile(schema)).Check(value)
}

function compile(schema: TSchema): TypeCheck<TSchema> {
  const check = TypeCompiler.Compile(schema)
  compiled.set(schema, check)
  return check
}
