import { isId } from '@mitsprache/terms'
import { describe, expect, it } from 'vitest'
import { inputOf, isUntouched, newDraft, placeOf, problemFrom, problemsOf } from './draft.ts'

const PROCEDURE = '01941f29-7c00-7000-8000-000000000001'
const ROUND = '01941f29-7c00-7000-8000-000000000002'
const draft = (over: Partial<ReturnType<typeof newDraft>> = {}) => ({
  ...newDraft(PROCEDURE, ROUND),
  ...over,
})
const codes = (problems: { problem: string }[]) => problems.map(({ problem }) => problem)

describe('a new draft', () => {
  it('carries the key under which it will arrive once', () => {
    expect(isId(draft().idempotencyKey)).toBe(true)
    expect(draft().idempotencyKey).not.toBe(draft().idempotencyKey)
  })
  it('has no place and is for the planners only: nothing is preset that its author did not choose', () => {
    expect(placeOf(draft())).toEqual({ kind: 'none' })
    expect(draft().audience).toBe('plannersOnly')
    expect(isUntouched(draft())).toBe(true)
  })
})

describe('the place', () => {
  it('is the chosen street', () => {
    const street = {
      kind: 'street' as const,
      label: 'Neefestraße',
      geometry: { type: 'Point' as const, coordinates: [12.9, 50.8] },
    }
    expect(placeOf(draft({ way: 'street', streetText: 'Neefestraße', street }))).toEqual({
      kind: 'street',
      label: 'Neefestraße',
      geometry: street.geometry,
      planPartId: null,
    })
  })
  it('is a street in words where the list does not know it', () => {
    expect(placeOf(draft({ way: 'street', streetText: ' hinter der Post ' }))).toEqual({
      kind: 'street',
      label: 'hinter der Post',
    })
  })
  it('is a part of the plan with its name', () => {
    expect(placeOf(draft({ way: 'planPart', planPartId: 'p1' }), [{ id: 'p1', name: 'WA 1' }])).toEqual({
      kind: 'planPart',
      planPartId: 'p1',
      label: 'WA 1',
    })
  })
  it('is nothing when a way was chosen and then left empty', () => {
    expect(placeOf(draft({ way: 'map' })).kind).toBe('none')
    expect(placeOf(draft({ way: 'street', streetText: '  ' })).kind).toBe('none')
  })
  it('forgets what was filled in under another way', () => {
    const point = { at: [12.9, 50.8], label: 'Neefestraße', detail: null }
    expect(placeOf(draft({ way: 'wholePlan', point, streetText: 'Mozartstraße' }))).toEqual({
      kind: 'wholePlan',
    })
  })
})

describe('what is handed in', () => {
  it('leaves a name out unless it is to be public', () => {
    const named = { text: 'Ja', name: 'Erika', email: '' }
    expect(inputOf(draft({ ...named, audience: 'publicWithoutName' }), 'de').person).toBeNull()
    expect(inputOf(draft({ ...named, audience: 'publicWithName' }), 'de').person).toEqual({
      name: 'Erika',
      email: null,
    })
  })
  it('is the same however often it is made, so that a repeated send is the same send', () => {
    const one = draft({ text: 'Ja', way: 'wholePlan' })
    expect(inputOf(one, 'de')).toEqual(inputOf(one, 'de'))
  })
})

describe('what keeps a step from being finished', () => {
  it('is an empty or an overlong text', () => {
    expect(codes(problemsOf(draft({ text: ' \n' }), 'what'))).toEqual(['empty'])
    expect(codes(problemsOf(draft({ text: 'ä'.repeat(10_000) }), 'what'))).toEqual([])
    expect(codes(problemsOf(draft({ text: 'ä'.repeat(10_001) }), 'what'))).toEqual(['tooLong'])
  })
  it('counts a character outside the basic plane once', () => {
    expect(codes(problemsOf(draft({ text: '🌳'.repeat(10_000) }), 'what'))).toEqual([])
  })
  it('is a way without an answer', () => {
    expect(codes(problemsOf(draft(), 'where'))).toEqual(['noWay'])
    expect(codes(problemsOf(draft({ way: 'street' }), 'where'))).toEqual(['noStreet'])
    expect(codes(problemsOf(draft({ way: 'planPart' }), 'where'))).toEqual(['noPart'])
    expect(codes(problemsOf(draft({ way: 'map' }), 'where'))).toEqual(['noPoint'])
    expect(codes(problemsOf(draft({ way: 'wholePlan' }), 'where'))).toEqual([])
  })
  it('is a public name that is missing, or half an e-mail address; no address is fine', () => {
    expect(codes(problemsOf(draft({ audience: 'publicWithName', email: 'a@' }), 'check'))).toEqual([
      'noName',
      'notAnEmail',
    ])
    expect(codes(problemsOf(draft({ email: '' }), 'check'))).toEqual([])
  })
  it('finds the field for what the server says', () => {
    expect(problemFrom('place.geometry', 'notAPlace')).toMatchObject({ step: 'where', field: 'way-street' })
    expect(problemFrom('person.email', 'notAnEmail')).toMatchObject({ step: 'check', field: 'email' })
  })
})
