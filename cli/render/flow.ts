/** Columns side by side while they fit; what does not goes on under the first, indented. */
const gap = '  '

export function flow(columns: readonly string[], width: number, indent: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const column of columns.filter((each) => each !== '')) {
    const longer = line === '' ? column : `${line}${gap}${column}`
    if (line !== '' && longer.trimEnd().length > width) {
      lines.push(line.trimEnd())
      line = `${indent}${column}`
    } else line = longer
  }
  return [...lines, line.trimEnd()]
}
