import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { createI18n } from 'vue-i18n'
import { dayOf, daysBetween, useDates } from './dates.ts'
import { pluralForm } from './language.ts'

function dates(locale: string) {
  let found!: ReturnType<typeof useDates>
  mount(
    defineComponent(() => {
      found = useDates()
      return () => h('div')
    }),
    { global: { plugins: [createI18n({ legacy: false, locale, messages: {} })] } },
  )
  return found
}

describe('dates', () => {
  it('carry their weekday', () => {
    expect(dates('de').longDay('2026-12-02')).toBe('Mittwoch, 2. Dezember 2026')
    expect(dates('en').longDay('2026-12-02')).toContain('Wednesday')
  })
  it('leave the year out only while it is this one', () => {
    expect(dates('de').nearDay('2026-12-02', '2026-11-23')).toBe('Mittwoch, 2. Dezember')
    expect(dates('de').nearDay('2027-03-25', '2026-11-23')).toBe('Donnerstag, 25. März 2027')
  })
  it('are those of the municipality, wherever the reader is', () => {
    expect(dayOf(new Date('2026-11-22T23:30:00Z'))).toBe('2026-11-23')
    expect(dates('de').clock('2026-11-23T13:06:31Z', true)).toBe('14:06:31')
  })
  it('count days across the change of the clocks', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
  })
})

describe('plurals', () => {
  it('follow each language', () => {
    expect([0, 1, 2, 21].map((count) => pluralForm('de')(count, 2))).toEqual([1, 0, 1, 1])
    expect([1, 2, 3, 5, 21, 101, 102].map((count) => pluralForm('hsb')(count, 4))).toEqual([
      0, 1, 2, 3, 3, 0, 1,
    ])
  })
  it('take the last form where a text has fewer', () => {
    expect(pluralForm('hsb')(5, 2)).toBe(1)
  })
})
