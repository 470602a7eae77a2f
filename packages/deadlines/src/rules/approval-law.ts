import type { Rule } from './rule.ts'

/** The day on which the VwVfG and the UVPG changed. */
export const NEW_TEXT_FROM = '2026-07-29'
/** Until then an authority may go on applying the old text (§ 102b VwVfG). */
export const OLD_TEXT_UNTIL = '2027-12-31'

const OLD = { from: '1995-01-01', until: OLD_TEXT_UNTIL }
const NEW = { from: '1995-01-01' }
const ONE_MONTH = (cite: string) => [{ months: 1, cite }]
const TWO_WEEKS = (cite: string) => [{ weeks: 2, cite }]

/**
 * Plan approval and environmental assessment, in the text of 29 July 2026 and, with `-2024`, in the one before it.
 * Which of the two holds is the authority's choice for a time: see `ruleFor`.
 *
 * @source VwVfG §§ 27a to 27c, 73 to 74, 102b; UVPG §§ 18 to 22.
 */
export const APPROVAL: readonly Rule[] = [
  {
    id: 'vwvfg-73-display',
    cite: '§ 73 VwVfG',
    inForce: NEW,
    binding: 'exactly',
    lengths: ONE_MONTH('§ 73 Abs. 1 VwVfG'),
    statements: { counted: 'fromFirstDay', length: { weeks: 6 }, cite: '§ 73 Abs. 2 VwVfG' },
    notice: { kind: 'public', weeksBefore: 0, cite: '§ 73 Abs. 3 VwVfG' },
  },
  {
    id: 'vwvfg-73-display-2024',
    cite: '§ 73 VwVfG a. F.',
    inForce: OLD,
    binding: 'exactly',
    lengths: ONE_MONTH('§ 73 Abs. 3 Satz 1 VwVfG a. F.'),
    statements: { counted: 'afterLastDay', length: { weeks: 2 }, cite: '§ 73 Abs. 4 Satz 1 VwVfG a. F.' },
    notice: { kind: 'public', weeksBefore: 0, cite: '§ 73 Abs. 5 Satz 1 VwVfG a. F.' },
  },
  {
    id: 'vwvfg-73-authorities',
    cite: '§ 73a VwVfG',
    inForce: NEW,
    binding: 'atMost',
    lengths: [{ months: 3, cite: '§ 73a VwVfG' }],
    notice: { kind: 'letter', weeksBefore: 0, cite: '§ 73a VwVfG' },
  },
  {
    id: 'vwvfg-73-authorities-2024',
    cite: '§ 73 Abs. 3a VwVfG a. F.',
    inForce: OLD,
    binding: 'atMost',
    lengths: [{ months: 3, cite: '§ 73 Abs. 3a Satz 1 VwVfG a. F.' }],
    notice: { kind: 'letter', weeksBefore: 0, cite: '§ 73 Abs. 3a VwVfG a. F.' },
  },
  {
    id: 'vwvfg-73-change',
    cite: '§ 73c VwVfG',
    inForce: NEW,
    binding: 'exactly',
    lengths: TWO_WEEKS('§ 73c VwVfG'),
    notice: { kind: 'letter', weeksBefore: 0, cite: '§ 73c VwVfG' },
    changesOnly: true,
  },
  {
    id: 'vwvfg-73-change-2024',
    cite: '§ 73 Abs. 8 VwVfG a. F.',
    inForce: OLD,
    binding: 'exactly',
    lengths: TWO_WEEKS('§ 73 Abs. 8 Satz 1 VwVfG a. F.'),
    notice: { kind: 'letter', weeksBefore: 0, cite: '§ 73 Abs. 8 Satz 1 VwVfG a. F.' },
    changesOnly: true,
  },
  {
    id: 'vwvfg-27c-consultation',
    cite: '§ 27c VwVfG',
    inForce: NEW,
    binding: 'atLeast',
    lengths: [{ weeks: 1, cite: '§ 27c VwVfG' }],
    notice: { kind: 'public', weeksBefore: 0, cite: '§ 27c VwVfG' },
  },
  {
    id: 'vwvfg-74-decision',
    cite: '§ 74 Abs. 4 VwVfG',
    inForce: NEW,
    binding: 'exactly',
    lengths: TWO_WEEKS('§ 74 Abs. 4 VwVfG'),
    notice: { kind: 'public', weeksBefore: 0, cite: '§ 74 Abs. 4 VwVfG' },
  },
  {
    id: 'uvpg-21',
    cite: '§§ 18 bis 21 UVPG',
    inForce: NEW,
    binding: 'exactly',
    lengths: ONE_MONTH('§ 73 Abs. 1 VwVfG'),
    statements: { counted: 'fromFirstDay', length: { weeks: 6 }, cite: '§ 73 Abs. 2 VwVfG' },
    notice: { kind: 'public', weeksBefore: 0, cite: '§ 19 Abs. 1 UVPG' },
    doubt: 'uvpNewText',
  },
  {
    id: 'uvpg-21-2024',
    cite: '§§ 18 bis 21 UVPG a. F.',
    inForce: OLD,
    binding: 'exactly',
    lengths: ONE_MONTH('§ 18 Abs. 1 Satz 4 UVPG a. F., § 73 Abs. 3 Satz 1 VwVfG a. F.'),
    statements: { counted: 'afterLastDay', length: { months: 1 }, cite: '§ 21 Abs. 2 UVPG a. F.' },
    notice: { kind: 'public', weeksBefore: 0, cite: '§ 19 Abs. 1 UVPG a. F.' },
  },
  {
    id: 'uvpg-22',
    cite: '§ 22 UVPG',
    inForce: NEW,
    binding: 'exactly',
    lengths: ONE_MONTH('§ 73 Abs. 1 VwVfG'),
    statements: { counted: 'fromFirstDay', length: { weeks: 6 }, cite: '§ 73 Abs. 2 VwVfG' },
    notice: { kind: 'public', weeksBefore: 0, cite: '§ 22 Abs. 1 UVPG' },
    changesOnly: true,
    doubt: 'uvpNewText',
  },
  {
    id: 'uvpg-22-2024',
    cite: '§ 22 UVPG a. F.',
    inForce: OLD,
    binding: 'exactly',
    lengths: ONE_MONTH('§ 18 Abs. 1 Satz 4 UVPG a. F., § 73 Abs. 3 Satz 1 VwVfG a. F.'),
    statements: { counted: 'afterLastDay', length: { months: 1 }, cite: '§ 21 Abs. 2 UVPG a. F.' },
    notice: { kind: 'public', weeksBefore: 0, cite: '§ 22 Abs. 1 UVPG a. F.' },
    changesOnly: true,
  },
]
