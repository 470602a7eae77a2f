import { describe, expect, it } from 'vitest'
import { filterFrom, withTopic } from './contribution-filter.ts'

const TOPICS = ['traffic', 'green', 'noise']

describe('the filter in the address', () => {
  it('shows everything without a word about it', () => {
    expect(filterFrom({}, TOPICS)).toEqual({ topics: [], search: '' })
  })
  it('reads topics and search, and leaves out what the procedure does not have', () => {
    expect(filterFrom({ topics: 'noise,traffic,secret', q: ' Linden ' }, TOPICS)).toEqual({
      topics: ['traffic', 'noise'],
      search: 'Linden',
    })
  })
  it('is not confused by a doubled parameter', () => {
    expect(filterFrom({ topics: ['traffic', 'noise'], q: [null] }, TOPICS)).toEqual({
      topics: [],
      search: '',
    })
  })
  it('switches a topic on and off and keeps the rest of the address', () => {
    const on = withTopic({ q: 'Linden' }, filterFrom({ q: 'Linden' }, TOPICS), 'green')
    expect(on).toEqual({ q: 'Linden', topics: 'green' })
    const both = withTopic(on as never, filterFrom(on as never, TOPICS), 'noise')
    expect(both).toEqual({ q: 'Linden', topics: 'green,noise' })
    const off = withTopic(both as never, filterFrom(both as never, TOPICS), 'green')
    expect(off).toEqual({ q: 'Linden', topics: 'noise' })
  })
  it('„Alle“ takes the topics out of the address', () => {
    expect(withTopic({ topics: 'green', q: 'x' }, { topics: ['green'], search: 'x' }, null)).toEqual({
      q: 'x',
    })
  })
})
