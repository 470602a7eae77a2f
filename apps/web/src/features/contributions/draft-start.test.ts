import { describe, expect, it } from 'vitest'
import { newDraft, placeOf, type Draft } from './draft.ts'
import { startWith } from './draft-start.ts'

const draft = (over: Partial<Draft> = {}) => ({ ...newDraft('p', 'r'), ...over })
const started = (before: Draft, start: Parameters<typeof startWith>[1]) => {
  startWith(before, start)
  return before
}

describe('a draft begun from another page', () => {
  it('is about the part of the plan one came from, whatever place it had before', () => {
    const begun = started(draft({ way: 'wholePlan', text: 'Bitte niedriger.' }), { planPartId: 'wa2' })
    expect(placeOf(begun, [{ id: 'wa2', name: 'Wohnhäuser' }])).toEqual({
      kind: 'planPart',
      planPartId: 'wa2',
      label: 'Wohnhäuser',
    })
    expect(begun.text).toBe('Bitte niedriger.')
  })
  it('names the page one came from, once, after what is written already', () => {
    const about = 'Begründung, Seite 3:'
    expect(started(draft(), { about }).text).toBe('Begründung, Seite 3: ')
    const longer = started(draft({ text: 'Erstens. ' }), { about })
    expect(longer.text).toBe('Erstens.\n\nBegründung, Seite 3: ')
    expect(started(longer, { about }).text).toBe('Erstens.\n\nBegründung, Seite 3: ')
  })
  it('leaves alone what is under way', () => {
    const sent = draft({ text: 'Gesendet.', pending: {} as Draft['pending'] })
    expect(started(sent, { planPartId: 'wa2', about: 'Seite 3:' })).toMatchObject({
      text: 'Gesendet.',
      way: null,
    })
  })
})
