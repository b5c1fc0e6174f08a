/** A map from any name to values of one shape. TypeBox's own string keys end at a line break and would leave such a member unchecked. */
import { type TRecord, type TRegExp, type TSchema, Type } from '@sinclair/typebox'

export const Dictionary = <S extends TSchema>(values: S): TRecord<TRegExp, S> =>
  Type.Record(Type.RegExp(/^[\s\S]*$/), values)
