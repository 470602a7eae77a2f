/** Rows of a CSV file by the names of their columns, as a spreadsheet would read them. */
export function readCsv(text: string): Record<string, string>[] {
  const separator = /^\uFEFF?"?\w+"?([,;])/.exec(text)?.[1] ?? ','
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let i = text.startsWith('\uFEFF') ? 1 : 0; i < text.length; i++) {
    const sign = text[i]!
    if (quoted && sign === '"' && text[i + 1] === '"') cell += text[++i]
    else if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === separator || sign === '\n')) {
      rows.at(-1)!.push(cell.replace(/\r$/, ''))
      cell = ''
      if (sign === '\n') rows.push([])
    } else cell += sign
  }
  const [head = [], ...body] = rows.filter((row) => row.length > 0)
  return body.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])))
}
