/** `/accounts/0/id` (a JSON pointer) as a person writes it: `accounts[0].id`. */
export function fieldPath(pointer: string, root: unknown): string {
  let path = ''
  let container = root
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
    path += Array.isArray(container) ? `[${name}]` : member(name, path === '')
    container = child(container, name)
  }
  return path
}

function member(name: string, isFirst: boolean): string {
  if (!/^[\w-]+$/.test(name)) return `[${JSON.stringify(name)}]`
  return isFirst ? name : `.${name}`
}

function child(container: unknown, name: string): unknown {
  if (typeof container !== 'object' || container === null) return undefined
  return Object.hasOwn(container, name) ? (container as Record<string, unknown>)[name] : undefined
}
