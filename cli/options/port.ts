/** `--port`: the gateway's; one below is the control API's, the services' follow above. */
import { text } from '#i18n/text.ts'
import { registry } from '#services/registry.ts'
import type { Texts } from '../texts.ts'
import { UsageError } from '../usageError.ts'
import { readWhole } from './wholeNumber.ts'

const least = 2
const most = 65_535 - Math.max(...registry.map(({ portOffset }) => portOffset))

export function port({ cli }: Texts) {
  return (value: string): number => {
    const number = readWhole(value)
    if (number === 0) return 0
    if (number === undefined || number < least || number > most)
      throw new UsageError(text(cli.usage.port, { least, most, value }))
    return number
  }
}
