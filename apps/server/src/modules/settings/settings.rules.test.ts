import { describe, expect, it } from 'vitest'
import { findProblems, type SettingsChange } from './settings.rules.ts'

const TODAY = '2026-11-23'
const problemsOf = (change: SettingsChange) =>
  findProblems(change, TODAY).map(({ field, problem }) => `${field}: ${problem}`)
const section = (title: string, text: string) => ({ title: { de: title }, text: { de: text } })
const STATEMENT = {
  conformance: 'partial',
  method: 'self',
  checkedOn: '2026-11-02',
  gaps: [{ text: { de: 'Planzeichnungen' }, reason: 'notYet' }],
} as const

describe('what an administrator may set', () => {
  it.each<[string, SettingsChange]>([
    ['nothing', {}],
    [
      'a name in three languages',
      { name: { de: 'Stadt Bautzen', en: 'Town of Bautzen', hsb: 'Město Budyšin' } },
    ],
    [
      'contacts',
      { contactEmail: 'amt@stadt.example', contactPhone: '0371 000-0', contactAddress: 'Markt 1' },
    ],
    ['German alone', { languages: ['de'] }],
    ['the key of a municipality', { municipalityKey: '14511000' }],
    ['no key', { municipalityKey: null }],
    ['a map view', { mapCenter: [12.9, 50.8], mapZoom: 13 }],
    ['colours', { colours: { primary: '#0f5c4a', primaryDark: '#7FD1B0' } }],
    ['the colours of the product', { colours: null }],
    ['pages of several paragraphs', { imprint: [section('Herausgeber', 'Stadt\n\nMarkt 1\tZimmer 2')] }],
    ['a statement', { accessibility: { ...STATEMENT, gaps: [...STATEMENT.gaps] } }],
    ['how long dialogues are kept', { dialogueKeptYears: 10 }],
    ['that they are kept', { dialogueKeptYears: null }],
  ])('takes %s', (_what, change) => expect(problemsOf(change)).toEqual([]))

  it.each<[SettingsChange, string[]]>([
    [{ name: { de: '  ' } }, ['name: empty']],
    [{ name: null }, ['name: empty']],
    [{ name: { de: 'x'.repeat(121) } }, ['name: tooLong']],
    [{ name: { de: 'Stadt\nHier' } }, ['name: unreadable']],
    [{ contactEmail: 'amt' }, ['contactEmail: unknown']],
    [
      { contactEmail: 'amt@stadt.example\nBcc: x@y.example' },
      ['contactEmail: unreadable', 'contactEmail: unknown'],
    ],
    [{ contactEmail: '' }, ['contactEmail: empty']],
    [{ contactPhone: ' ' }, ['contactPhone: empty']],
    [{ municipalityKey: '1451' }, ['municipalityKey: unknown']],
    [{ languages: ['en'] }, ['languages: germanMissing']],
    [{ languages: [] }, ['languages: germanMissing']],
    [{ mapCenter: [12.9] }, ['mapCenter: notAPlace']],
    [{ mapCenter: [12.9, 95] }, ['mapCenter: notAPlace']],
    [{ mapCenter: [Number.NaN, 50] }, ['mapCenter: notAPlace']],
    [{ mapZoom: 3 }, ['mapZoom: outOfRange']],
    [{ mapZoom: 19 }, ['mapZoom: outOfRange']],
    [{ dialogueKeptYears: 0 }, ['dialogueKeptYears: outOfRange']],
    [{ dialogueKeptYears: 101 }, ['dialogueKeptYears: outOfRange']],
    [{ colours: { primary: 'red', primaryDark: '#7fd1b0' } }, ['colours.primary: unknown']],
    [
      { colours: { primary: '#0f5c4a;}body{', primaryDark: 'url(x)' } },
      ['colours.primary: unknown', 'colours.primaryDark: unknown'],
    ],
    [{ imprint: [section('', 'Text')] }, ['imprint.0.title: empty']],
    [{ privacy: [section('Wer', 'x'.repeat(5_001))] }, ['privacy.0.text: tooLong']],
    [{ imprint: [section('Wer', 'a\u0000b')] }, ['imprint.0.text: unreadable']],
    [{ imprint: Array.from({ length: 21 }, () => section('Wer', 'Wir')) }, ['imprint: tooMany']],
    [
      { accessibility: { ...STATEMENT, gaps: [], checkedOn: '2026-11-24' } },
      ['accessibility.checkedOn: inTheFuture'],
    ],
    [
      { accessibility: { ...STATEMENT, gaps: [...STATEMENT.gaps], conformance: 'full' } },
      ['accessibility.conformance: gapsListed'],
    ],
    [
      { accessibility: { ...STATEMENT, gaps: [{ text: { de: '' }, reason: 'notYet' }] } },
      ['accessibility.gaps.0.text: empty'],
    ],
  ])('refuses %j', (change, problems) => expect(problemsOf(change)).toEqual(problems))
})
