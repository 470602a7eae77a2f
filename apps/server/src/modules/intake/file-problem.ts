/** Why a whole file cannot be read, and where: nothing of it is taken. */
export class FileProblem extends Error {
  override name = 'FileProblem'
  constructor(
    readonly code:
      | 'notUtf8'
      | 'notJson'
      | 'notAnArray'
      | 'unfinished'
      | 'quotes'
      | 'fieldTooLong'
      | 'tooManyRows'
      | 'unknownColumn'
      | 'columnTwice'
      | 'columnMissing'
      | 'noHeadings'
      | 'mapping',
    /** First line is 1. */
    readonly line: number,
    readonly words: string,
  ) {
    super(`Line ${line}: ${words}`)
  }
}

/** Something out of the file as it may stand on a terminal: short, and without signs that could steer it. */
export function quoted(text: string, most = 80): string {
  const short = [...text].length > most ? `${[...text].slice(0, most).join('')} …` : text
  return JSON.stringify(short).replace(/[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '?')
}
