import { FileProblem } from './file-problem.ts'

const SPACE = new Set([' ', '\t', '\r', '\n'])

/**
 * Cuts a JSON array of objects into its objects, so that a file of any size needs the memory of one.
 * Whether each is JSON its reader finds out.
 *
 * @param most characters of one object.
 * @throws FileProblem for anything around the objects that is no array.
 */
export async function* splitArray(
  pieces: AsyncIterable<string>,
  most: number,
): AsyncGenerator<{ line: number; text: string }> {
  let place: 'before' | 'first' | 'object' | 'comma' | 'next' | 'after' = 'before'
  let line = 1
  let begunAt = 1
  let depth = 0
  let inString = false
  let escaped = false
  let held = ''
  for await (const piece of pieces) {
    let from = 0
    for (let at = 0; at < piece.length; at++) {
      const sign = piece[at]!
      if (sign === '\n') line++
      if (place === 'object') {
        if (escaped) escaped = false
        else if (inString) {
          if (sign === '\\') escaped = true
          else if (sign === '"') inString = false
        } else if (sign === '"') inString = true
        else if (sign === '{' || sign === '[') depth++
        else if ((sign === '}' || sign === ']') && --depth === 0) {
          const text = held + piece.slice(from, at + 1)
          if (text.length > most) throw tooLong(begunAt, most)
          held = ''
          place = 'comma'
          yield { line: begunAt, text }
        }
        continue
      }
      if (SPACE.has(sign)) continue
      if (place === 'before' && sign === '[') place = 'first'
      else if ((place === 'first' || place === 'next') && sign === '{') {
        place = 'object'
        depth = 1
        from = at
        begunAt = line
      } else if (place === 'comma' && sign === ',') place = 'next'
      else if ((place === 'first' || place === 'comma') && sign === ']') place = 'after'
      else if (place === 'before')
        throw new FileProblem('notAnArray', line, 'a JSON file must be one list of objects: [ {…}, {…} ].')
      else
        throw new FileProblem(
          'notJson',
          line,
          'here something stands between the objects of the list that does not belong there.',
        )
    }
    if (place === 'object') held += piece.slice(from)
    if (held.length > most) throw tooLong(begunAt, most)
  }
  if (place === 'before') throw new FileProblem('notAnArray', line, 'the file is empty.')
  if ((place as string) !== 'after')
    throw new FileProblem('unfinished', line, 'the file ends in the middle of the list.')
}

const tooLong = (line: number, most: number) =>
  new FileProblem('fieldTooLong', line, `the entry that begins here has more than ${most} characters.`)
