/** The dates of a condition must be dates. */
import { parseInstant } from '../../conditions/date/parseInstant.ts'
import { malformedPolicy } from '../malformedPolicy.ts'
import type { Check } from './check.ts'

export const conditionDates: Check = ({ statements }, kind) => {
  for (const { reference, values } of statements.flatMap(({ conditions }) => conditions)) {
    if (!reference.operator.name.startsWith('Date')) continue
    const wrong = values.find((value) => parseInstant(value) === undefined)
    if (wrong !== undefined) throw malformedPolicy('conditionDate', kind, wrong)
  }
}
