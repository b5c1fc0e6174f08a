/** Commander's help with its titles in the language. */
import type { HelpConfiguration } from 'commander'
import type { Texts } from './texts.ts'

export function helpIn({ cli }: Texts): HelpConfiguration {
  const { titles } = cli.help
  const translated: Readonly<Record<string, string>> = {
    'Usage:': titles.usage,
    'Arguments:': titles.arguments,
    'Options:': titles.options,
    'Commands:': titles.commands,
  }
  return {
    helpWidth: 80,
    styleTitle: (title) => translated[title] ?? title,
    subcommandTerm: (command) => command.name(),
  }
}
