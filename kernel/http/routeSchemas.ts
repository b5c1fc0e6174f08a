/**
 * How ordinary Fastify routes check what they are sent: by TypeBox schemas, strictly (nothing is coerced or dropped).
 * Fastify's own compilers are never loaded; they would cost every start 100 ms. For the option `schemaController`.
 */
import type { TSchema } from '@sinclair/typebox'
import type { FastifySchemaCompiler, FastifyServerOptions } from 'fastify'
import { firstProblem } from '#kernel/hops/fits.ts'
import { problemSentence } from './problemSentence.ts'

const validator: FastifySchemaCompiler<TSchema> =
  ({ schema }) =>
  (value: unknown) => {
    const problem = firstProblem(schema, value)
    return problem === undefined || { error: new Error(problemSentence(problem)) }
  }

const serializer = () => {
  throw new Error('INVARIANT: no route describes its answers by a schema')
}

const compilersFactory = { buildValidator: () => validator, buildSerializer: () => serializer }

/** Fastify's types want Ajv's own factories here; it calls nothing but these. */
export const routeSchemas = { compilersFactory } as unknown as NonNullable<
  FastifyServerOptions['schemaController']
>
