/** Rows in columns as wide as their contents; the last one is cut at the left, where an ARN says least. */
const gap = 2

export function table(rows: readonly (readonly string[])[], width: number, cut: string): string[] {
  const widths = columnWidths(rows)
  return rows.map((row) =>
    row
      .map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i]! + gap)))
      .reduce(
        (line, cell, i) =>
          line + (i === row.length - 1 ? shorten(cell, width - line.length, cut) : cell),
        '',
      )
      .trimEnd(),
  )
}

function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  return Array.from({ length: columns }, (_, i) =>
    Math.max(0, ...rows.map((row) => row[i]?.length ?? 0)),
  )
}

function shorten(cell: string, room: number, cut: string): string {
  if (cell.length <= room) return cell
  return cut + cell.slice(cell.length - Math.max(0, room - cut.length))
}
