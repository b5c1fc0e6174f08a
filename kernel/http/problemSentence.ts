/** What is wrong with a body, as a sentence for people, out of a finding of its schema. */
import { type ValueError, ValueErrorType } from '@sinclair/typebox/errors'

export function problemSentence({ type, path, schema, message }: ValueError): string {
  const place = path.slice(1)
  switch (type) {
    case ValueErrorType.ObjectRequiredProperty:
      return `the body lacks "${place}"`
    case ValueErrorType.ObjectAdditionalProperties:
      return `the body has "${place}", which is not known here`
    case ValueErrorType.ObjectMinProperties:
      return `the body must have at least ${schema['minProperties']} member`
    case ValueErrorType.ObjectMaxProperties:
      return `the body must have at most ${schema['maxProperties']} member`
    default:
      return `${place || 'the body'}: ${message[0]?.toLowerCase()}${message.slice(1)}`
  }
}
