/** All condition operators of IAM's policy language, by name. */
import { ArnEquals } from './arn/ArnEquals.ts'
import { ArnLike } from './arn/ArnLike.ts'
import { ArnNotEquals } from './arn/ArnNotEquals.ts'
import { ArnNotLike } from './arn/ArnNotLike.ts'
import { BinaryEquals } from './binary/BinaryEquals.ts'
import { Bool } from './bool/Bool.ts'
import { DateEquals } from './date/DateEquals.ts'
import { DateGreaterThan } from './date/DateGreaterThan.ts'
import { DateGreaterThanEquals } from './date/DateGreaterThanEquals.ts'
import { DateLessThan } from './date/DateLessThan.ts'
import { DateLessThanEquals } from './date/DateLessThanEquals.ts'
import { DateNotEquals } from './date/DateNotEquals.ts'
import { IpAddress } from './ip/IpAddress.ts'
import { NotIpAddress } from './ip/NotIpAddress.ts'
import { Null } from './null/Null.ts'
import { NumericEquals } from './numeric/NumericEquals.ts'
import { NumericGreaterThan } from './numeric/NumericGreaterThan.ts'
import { NumericGreaterThanEquals } from './numeric/NumericGreaterThanEquals.ts'
import { NumericLessThan } from './numeric/NumericLessThan.ts'
import { NumericLessThanEquals } from './numeric/NumericLessThanEquals.ts'
import { NumericNotEquals } from './numeric/NumericNotEquals.ts'
import type { Operator } from './operator.ts'
import { StringEquals } from './string/StringEquals.ts'
import { StringEqualsIgnoreCase } from './string/StringEqualsIgnoreCase.ts'
import { StringLike } from './string/StringLike.ts'
import { StringNotEquals } from './string/StringNotEquals.ts'
import { StringNotEqualsIgnoreCase } from './string/StringNotEqualsIgnoreCase.ts'
import { StringNotLike } from './string/StringNotLike.ts'

export const operators: ReadonlyMap<string, Operator> = new Map(
  [
    StringEquals,
    StringNotEquals,
    StringEqualsIgnoreCase,
    StringNotEqualsIgnoreCase,
    StringLike,
    StringNotLike,
    NumericEquals,
    NumericNotEquals,
    NumericLessThan,
    NumericLessThanEquals,
    NumericGreaterThan,
    NumericGreaterThanEquals,
    DateEquals,
    DateNotEquals,
    DateLessThan,
    DateLessThanEquals,
    DateGreaterThan,
    DateGreaterThanEquals,
    Bool,
    BinaryEquals,
    IpAddress,
    NotIpAddress,
    ArnEquals,
    ArnNotEquals,
    ArnLike,
    ArnNotLike,
    Null,
  ].map((operator) => [operator.name, operator]),
)
