/** `--lang`, which every command takes. It was read before (terminalLanguage.ts); here it is checked. */
import { type Command, Option } from 'commander'
import { languages } from '#i18n/language.ts'
import type { Texts } from '../texts.ts'
import { choice } from './choice.ts'

export function declareLanguage(command: Command, texts: Texts): void {
  command.addOption(
    new Option('--lang <language>', texts.cli.help.language).argParser(
      choice('--lang', languages, texts),
    ),
  )
}
