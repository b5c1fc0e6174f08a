/** What the schema says against a value, one problem a field, in the words of a person who edits the file. */
import { type TSchema, TypeGuard } from '@sinclair/typebox'
import { Value, type ValueError, ValueErrorType } from '@sinclair/typebox/value'
import { nearest } from '#i18n/nearest.ts'
import { fieldPath } from './fieldPath.ts'
import { Seed } from './seed.ts'
import { type SeedProblem, seedProblem } from './seedProblem.ts'

export function schemaProblems(value: unknown): SeedProblem[] {
  const byPath = new Map<string, SeedProblem>()
  for (const error of Value.Errors(Seed, value)) {
    const path = fieldPath(error.path, value)
    // The first error of a field is the one to mend: a missing one is also "no string".
    if (!byPath.has(path)) byPath.set(path, toProblem(path, error))
  }
  return [...byPath.values()]
}

function toProblem(path: string, { type, schema, path: pointer }: ValueError): SeedProblem {
  switch (type) {
    case ValueErrorType.ObjectAdditionalProperties:
      return unknownField(path, pointer, schema)
    case ValueErrorType.ObjectRequiredProperty:
      return seedProblem(path, 'missing', {})
    case ValueErrorType.StringPattern:
    case ValueErrorType.String:
      return formOf(path, schema, type)
    case ValueErrorType.Array:
      return seedProblem(path, 'mustBeList', {})
    case ValueErrorType.Object:
      return seedProblem(path, 'mustBeObject', {})
    case ValueErrorType.StringMinLength:
      return seedProblem(path, 'tooShort', { limit: Number(schema['minLength']) })
    case ValueErrorType.StringMaxLength:
      return seedProblem(path, 'tooLong', { limit: Number(schema['maxLength']) })
    case ValueErrorType.Union:
      return seedProblem(path, 'mustBeOneOf', { known: literals(schema).join(', ') })
    default:
      return seedProblem(path, 'malformed', {})
  }
}

function unknownField(path: string, pointer: string, schema: TSchema): SeedProblem {
  const typed = pointer.slice(pointer.lastIndexOf('/') + 1)
  const known = Object.keys((schema['properties'] as object | undefined) ?? {})
  const near = nearest(typed, known)
  return near === undefined
    ? seedProblem(path, 'unknownField', { known: known.join(', ') })
    : seedProblem(path, 'unknownFieldNear', { near })
}

/** Fields whose form has a sentence of its own, by the pattern that the schema gives them. */
const formsByPattern = {
  '^\\d{12}$': 'accountId',
  '^[0-9a-f]{64}$': 'canonicalUserId',
  '^[\\w+=,.@-]{1,32}$': 'permissionSetName',
} as const

function formOf(path: string, schema: TSchema, type: ValueErrorType): SeedProblem {
  const pattern = String(schema['pattern'])
  if (Object.hasOwn(formsByPattern, pattern))
    return seedProblem(path, formsByPattern[pattern as keyof typeof formsByPattern], {})
  return seedProblem(path, type === ValueErrorType.String ? 'mustBeText' : 'malformed', {})
}

function literals(schema: TSchema): string[] {
  return TypeGuard.IsUnion(schema) ? schema.anyOf.map((option) => String(option['const'])) : []
}
