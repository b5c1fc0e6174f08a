/** A sentence in lines of at most `width`; what follows the first line hangs under its first word. */
export function wrap(sentence: string, width: number, first = '', hanging = first): string[] {
  const lines: string[] = []
  let line = first
  let isEmpty = true
  for (const word of sentence.split(' ').flatMap((each) => pieces(each, width - hanging.length))) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line)
      line = hanging
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, line]
}

/** On a terminal narrower than the indent, lines are longer than it is. */
const leastRoom = 4

/** An ARN or an address may be longer than a line: it goes on after a slash, where it has one. */
function pieces(word: string, asked: number): string[] {
  const room = Math.max(leastRoom, asked)
  const parts: string[] = []
  let rest = word
  while (rest.length > room) {
    const end = rest.lastIndexOf('/', room - 1) + 1 || room
    parts.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return [...parts, rest].filter((part, i) => part !== '' || i === 0)
}
