/** Names in a sentence: not more than a person reads. */
const mostListed = 20

export function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostListed)
  return [...shown, ...(shown.length < names.length ? ['…'] : [])].join(', ')
}
