import { newReceiptNumber } from '@mitsprache/terms'
import { describe, expect, it } from 'vitest'
import { progressOf } from './progress.ts'
import { readStatusLink } from './status-link.ts'

const number = newReceiptNumber('QST')

describe('a personal link, pasted', () => {
  it('is read whole, or as its last part', () => {
    expect(readStatusLink(`https://stadt.example/status/${number}#s3cr-et`)).toEqual({
      number,
      secret: 's3cr-et',
    })
    expect(readStatusLink(` ${number}#abc `)).toEqual({ number, secret: 'abc' })
  })
  it('is incomplete without its secret or with a mistyped number', () => {
    expect(readStatusLink(`https://stadt.example/status/${number}`)).toBeNull()
    expect(readStatusLink('QST-0000-0000-1#abc')).toBeNull()
  })
})

describe('the way from here on', () => {
  it('never promises the public what goes to the planners only', () => {
    const keys = progressOf('notPublic', 'plannersOnly', true).map(({ key }) => key)
    expect(keys).toEqual(['received', 'toPlanners', 'weighed'])
  })
  it('ends with weighing also for what is withheld', () => {
    expect(progressOf('withheld', 'publicWithName', true).at(-1)!.key).toBe('weighed')
  })
})
