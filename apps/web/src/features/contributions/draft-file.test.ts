import { describe, expect, it } from 'vitest'
import { FILE_PROBLEMS, problemOfFile, problemOfRefusal } from './draft-file.ts'
import de from './texts.de.json'

const MB = 1024 * 1024

describe('a file somebody adds', () => {
  it.each([
    ['Foto.JPG', 3 * MB, 0, null],
    ['Brief.pdf', 25 * MB, 4, null],
    ['Brief.pdf', 25 * MB + 1, 0, 'tooLarge'],
    ['Foto.png', 0, 0, 'empty'],
    ['Foto.png', 10, 5, 'tooMany'],
    ['Plan.svg', 10, 0, 'kind_svg'],
    ['IMG_1.HEIC', 10, 0, 'kind_heic'],
    ['Bilder.zip', 10, 0, 'kind_archive'],
    ['Brief.docx', 10, 0, 'kind_office'],
    ['virus.exe', 10, 0, 'kind_other'],
    ['ohne-Endung', 10, 0, 'kind_other'],
    ['a.constructor', 10, 0, 'kind_other'],
  ])('is judged by what can be seen of it: %s', (name, size, already, problem) => {
    expect(problemOfFile(name, size, already)).toBe(problem)
  })
})

describe('the server’s word about a file', () => {
  it('finds its sentence, and one for what is not known yet', () => {
    expect(problemOfRefusal('PictureDamaged', undefined)).toBe('PictureDamaged')
    expect(problemOfRefusal('NotAPictureOrPdf', 'archive')).toBe('kind_archive')
    expect(problemOfRefusal('NotAPictureOrPdf', 'something new')).toBe('other')
    expect(problemOfRefusal('SomethingNew', undefined)).toBe('other')
    expect(FILE_PROBLEMS.filter((problem) => !(`file_${problem}` in de))).toEqual([])
  })
})
