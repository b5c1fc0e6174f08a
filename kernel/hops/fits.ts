/** Does a value have the shape that a schema describes? Schemas are compiled at first use and kept as long as they live. */
import type { Static, TSchema } from '@sinclair/typebox'
import { type TypeCheck, TypeCompiler } from '@sinclair/typebox/compiler'
import type { ValueError } from '@sinclair/typebox/errors'

const compiled = new WeakMap<TSchema, TypeCheck<TSchema>>()

export function fits<S extends TSchema>(schema: S, value: unknown): value is Static<S> {
  return checkOf(schema).Check(value)
}

/** Where and how a value departs from a schema; undefined where it fits. */
export function firstProblem(schema: TSchema, value: unknown): ValueError | undefined {
  const check = checkOf(schema)
  if (check.Check(value)) return undefined
  return check.Errors(value).First()
}

const checkOf = (schema: TSchema): TypeCheck<TSchema> => compiled.get(schema) ?? compile(schema)

function compile(schema: TSchema): TypeCheck<TSchema> {
  const check = TypeCompiler.Compile(schema)
  compiled.set(schema, check)
  return check
}
